import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { DEFAULT_AVATAR_ID, type OpenedAvatar } from '#shared/contract/index.ts';
import type { FaceRigOptions } from '#shared/face/index.ts';
import { chooseAvatar, currentAvatar, useAvatars } from '../avatars/index.ts';
import { driveRig, setAvatarDetail } from '../face/index.ts';
import { fetchAvatar, performer, speakTo, tellPerformance } from '../performer/index.ts';
import { usePreferences, usePresets } from '../presets/index.ts';
import { sendPerformance } from '../sending/index.ts';
import { showProblem } from '../ui/index.ts';
import type { AvatarFile } from '../viewport/index.ts';
import { rigOptionsOf } from './rigOptions.ts';

const tellRig = driveRig(performer);

sendPerformance({
  prepare(isWanted) {
    tellPerformance(isWanted);
    tellRig();
  },
  tell: (seconds, into) => performer.tell(seconds, into),
});

/** An avatar whose file is here. */
interface Fetched {
  readonly id: string;
  readonly key: string;
  readonly file: AvatarFile;
}

interface AvatarOnStage {
  /** Of the avatar that shall be shown. */
  readonly file: AvatarFile | undefined;
  /** To be called when it is in the picture, and when it cannot be shown: the one before stays then. */
  readonly onShown: () => void;
  readonly onFailed: () => void;
}

/** What of an avatar its file and the reading of it depend on. Each host has another path for the same file. */
const keyOf = ({ avatar: { id, bytes }, face, skeleton }: OpenedAvatar): string =>
  JSON.stringify([id, bytes, face.aliases, skeleton.bones]);

/** The avatar that is shown; the performer speaks its names from the moment its file is there. */
export function useAvatarFile(): AvatarOnStage {
  const opened = useAvatars(currentAvatar);
  const presets = usePresets((state) => state.presets);
  const preferences = usePreferences((state) => state.preferences);
  const [fetched, setFetched] = useState<Fetched>();
  const good = useRef<{ readonly fetched: Fetched; readonly options: FaceRigOptions }>(undefined);
  const key = opened && keyOf(opened);
  const isThere = fetched !== undefined && fetched.key === key;
  const path = isThere ? undefined : opened?.path;
  const latest = useRef(opened);
  latest.current = opened;

  const options = useSame(
    useMemo(
      () => (opened && preferences ? rigOptionsOf(opened, presets, preferences) : undefined),
      [opened, presets, preferences],
    ),
  );

  useEffect(() => {
    const avatar = latest.current;
    if (!avatar || key === undefined || path === undefined) return;
    const ending = new AbortController();
    fetchAvatar(avatar, ending.signal)
      .then((file) => {
        if (!ending.signal.aborted) setFetched({ id: avatar.avatar.id, key, file });
      })
      .catch((error: unknown) => {
        if (!ending.signal.aborted) showProblem(error);
      });
    return () => ending.abort();
  }, [key, path]);

  useEffect(() => {
    if (!isThere || !options) return;
    speakTo(options);
    tellRig();
  }, [isThere, options]);
  const detail = useSame(opened?.config.qualitySettings ?? undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another avatar begins anew, even with the same detail
  useEffect(() => setAvatarDetail(detail), [opened?.avatar.id, detail]);

  const onShown = useCallback(() => {
    if (fetched && options) good.current = { fetched, options };
  }, [fetched, options]);
  const onFailed = useCallback(() => {
    const { fetched: before, options: spoken } = good.current ?? {};
    if (spoken) {
      speakTo(spoken);
      tellRig();
    }
    const last = before?.id ?? DEFAULT_AVATAR_ID;
    if (last !== fetched?.id) chooseAvatar(last);
  }, [fetched]);
  return { file: fetched?.file, onShown, onFailed };
}

/** The value before while this one says the same: presets come anew with every word of the host about any of them. */
function useSame<Value>(value: Value): Value {
  const kept = useRef(value);
  if (kept.current !== value && JSON.stringify(kept.current) !== JSON.stringify(value)) kept.current = value;
  return kept.current;
}
