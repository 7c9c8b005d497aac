import { create } from 'zustand';
import {
  type AvatarChange,
  type AvatarView,
  MimesisError,
  type OpenedAvatar,
} from '#shared/contract/index.ts';
import { ask, onFresh, onHostEvent } from '../link/index.ts';
import { prefer, usePreferences } from '../presets/index.ts';
import { showProblem } from '../ui/index.ts';

interface AvatarsStore {
  /** Undefined until they have been read. */
  readonly avatars: readonly AvatarView[] | undefined;
  /** Why they cannot be read. */
  readonly failure: unknown;
  /** The avatar that is shown, opened; the last one that could be opened while another is on its way. */
  readonly current: OpenedAvatar | undefined;
}

/** What the studio knows of the user's avatars. */
export const useAvatars = create<AvatarsStore>(() => ({
  avatars: undefined,
  failure: undefined,
  current: undefined,
}));

/** Selects the avatar that is shown: `useAvatars(currentAvatar)`. It is the same object until something of it changes. */
export const currentAvatar = ({ current }: AvatarsStore): OpenedAvatar | undefined => current;

/** What the host has said of its library is told once. */
let toldNotice: string | null = null;
/** Of several readings under way only the last one counts. */
let reading = 0;
let opening = 0;

onFresh(() => void refreshAvatars());
onHostEvent((event) => {
  if (event.event === 'avatars_changed') void refreshAvatars();
});
usePreferences.subscribe((now, before) => {
  if (preferredId(now) !== preferredId(before)) void openCurrent();
});

/** Selects the id of the avatar that is shown in every workspace; undefined until it has been read. */
export const preferredId = ({
  preferences,
}: ReturnType<typeof usePreferences.getState>): string | undefined => preferences?.defaultAvatar;

/** Reads the avatars, and anew the one that is shown. */
export async function refreshAvatars(): Promise<void> {
  reading += 1;
  const turn = reading;
  try {
    const { avatars, notice } = await ask('avatars.list', {});
    if (turn !== reading) return;
    useAvatars.setState({ avatars, failure: undefined });
    tell(notice);
    await openCurrent();
  } catch (failure) {
    if (turn === reading) useAvatars.setState({ failure });
  }
}

async function openCurrent(): Promise<void> {
  const wanted = preferredId(usePreferences.getState());
  const current = useAvatars.getState().avatars?.find(({ id }) => id === wanted);
  if (!current) return;
  opening += 1;
  const turn = opening;
  try {
    const opened = await ask('avatar.open', { id: current.id });
    if (turn === opening) take(opened);
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
export const chooseAvatar = (id: string): void => prefer({ defaultAvatar: id });

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
