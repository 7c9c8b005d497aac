import { create } from 'zustand';
import {
  type AvatarChange,
  type AvatarView,
  DEFAULT_AVATAR_ID,
  MimesisError,
  type OpenedAvatar,
} from '#shared/contract/index.ts';
import { ask, onFresh, onHostEvent } from '../link/index.ts';
import { showProblem } from '../ui/index.ts';

interface AvatarsStore {
  /** Undefined until they have been read. */
  readonly avatars: readonly AvatarView[] | undefined;
  /** Why they cannot be read. */
  readonly failure: unknown;
  /** The avatar that is shown, in every workspace. */
  readonly currentId: string;
  /** It, opened; the last one that could be opened while another is on its way. */
  readonly current: OpenedAvatar | undefined;
}

/** What the studio knows of the user's avatars. */
export const useAvatars = create<AvatarsStore>(() => ({
  avatars: undefined,
  failure: undefined,
  currentId: DEFAULT_AVATAR_ID,
  current: undefined,
}));

/** Selects the avatar that is shown: `useAvatars(currentAvatar)`. It is the same object until something of it changes. */
export const currentAvatar = ({ current }: AvatarsStore): OpenedAvatar | undefined => current;

/** What the host has said of its library is told once. */
let toldNotice: string | null = null;
/** Of several readings under way only the last one counts. */
let reading = 0;

onFresh(() => void refreshAvatars());
onHostEvent((event) => {
  if (event.event === 'avatars_changed') void refreshAvatars();
});

/** Reads the avatars, which of them is shown, and that one itself. */
export async function refreshAvatars(): Promise<void> {
  reading += 1;
  const turn = reading;
  try {
    const [{ avatars, notice }, { defaultAvatar }] = await Promise.all([
      ask('avatars.list', {}),
      ask('preferences.read', {}),
    ]);
    if (turn !== reading) return;
    useAvatars.setState({ avatars, currentId: defaultAvatar, failure: undefined });
    tell(notice);
    if (avatars.some(({ id }) => id === defaultAvatar)) await openCurrent(defaultAvatar, turn);
  } catch (failure) {
    if (turn === reading) useAvatars.setState({ failure });
  }
}

async function openCurrent(id: string, turn: number): Promise<void> {
  try {
    const opened = await ask('avatar.open', { id });
    if (turn === reading) take(opened);
  } catch (error) {
    showProblem(error);
  }
}

function take(opened: OpenedAvatar): void {
  useAvatars.setState(({ current }) =>
    JSON.stringify(current) === JSON.stringify(opened) ? {} : { current: opened },
  );
}

function tell(notice: string | null): void {
  if (notice !== null && notice !== toldNotice) showProblem(new MimesisError('io', notice));
  toldNotice = notice;
}

/** Shows another avatar, from now on and in every workspace. */
export async function chooseAvatar(id: string): Promise<void> {
  try {
    useAvatars.setState({ currentId: id });
    // The host tells every studio, this one too, which then opens it.
    await ask('preferences.write', { defaultAvatar: id });
  } catch (error) {
    showProblem(error);
    await refreshAvatars();
  }
}

/** Changes an avatar's name, profile, mapping or settings. Rejects with the host's error. */
export function configureAvatar(change: AvatarChange): Promise<OpenedAvatar> {
  return ask('avatar.configure', change);
}

/** Removes an avatar from the library. */
export async function removeAvatar(id: string): Promise<void> {
  try {
    await ask('avatar.remove', { id });
  } catch (error) {
    showProblem(error);
  }
}
