import { useEffect, useState } from 'react';
import { currentAvatar, useAvatars } from '../avatars/index.ts';
import { driveRig } from '../face/index.ts';
import { fetchAvatar, performer, targetsOf } from '../performer/index.ts';
import { showProblem } from '../ui/index.ts';
import type { AvatarFile } from '../viewport/index.ts';

const tellRig = driveRig(performer);

/** The file of the avatar that is shown; the performer speaks its names from the moment it is there. */
export function useAvatarFile(): AvatarFile | undefined {
  const opened = useAvatars(currentAvatar);
  const [file, setFile] = useState<AvatarFile>();
  useEffect(() => {
    if (!opened) return;
    const ending = new AbortController();
    fetchAvatar(opened, ending.signal)
      .then((fetched) => {
        if (ending.signal.aborted) return;
        performer.speakTo({ profile: opened.face.profile, targets: targetsOf(opened) });
        tellRig();
        setFile(fetched);
      })
      .catch((error: unknown) => {
        if (!ending.signal.aborted) showProblem(error);
      });
    return () => ending.abort();
  }, [opened]);
  return file;
}
