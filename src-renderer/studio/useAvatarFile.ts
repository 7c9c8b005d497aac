import { useEffect, useMemo, useState } from 'react';
import { currentAvatar, useAvatars } from '../avatars/index.ts';
import { driveRig, setDetail } from '../face/index.ts';
import { fetchAvatar, performer, speakTo } from '../performer/index.ts';
import { usePreferences, usePresets } from '../presets/index.ts';
import { showProblem } from '../ui/index.ts';
import type { AvatarFile } from '../viewport/index.ts';
import { rigOptionsOf } from './rigOptions.ts';

const tellRig = driveRig(performer);

/** The file of the avatar that is shown; the performer speaks its names from the moment it is there. */
export function useAvatarFile(): AvatarFile | undefined {
  const opened = useAvatars(currentAvatar);
  const presets = usePresets((state) => state.presets);
  const preferences = usePreferences((state) => state.preferences);
  const [fetched, setFetched] = useState<{ readonly of: typeof opened; readonly file: AvatarFile }>();
  const isThere = fetched !== undefined && fetched.of === opened;
  const options = useMemo(
    () => (opened && preferences ? rigOptionsOf(opened, presets, preferences) : undefined),
    [opened, presets, preferences],
  );
  useEffect(() => {
    if (!opened) return;
    const ending = new AbortController();
    fetchAvatar(opened, ending.signal)
      .then((file) => {
        if (!ending.signal.aborted) setFetched({ of: opened, file });
      })
      .catch((error: unknown) => {
        if (!ending.signal.aborted) showProblem(error);
      });
    return () => ending.abort();
  }, [opened]);
  useEffect(() => {
    if (!isThere || !options) return;
    speakTo(options);
    tellRig();
  }, [isThere, options]);
  useEffect(() => {
    const quality = opened?.config.qualitySettings;
    if (quality) setDetail(quality);
  }, [opened]);
  return fetched?.file;
}
