import { useEffect, useState } from 'react';
import type { OpenedTake } from '#shared/contract/index.ts';
import type { RecordedMedium, RecordedTake } from '#shared/formats/index.ts';
import { hostUrl } from '../../link/index.ts';
import { showProblem } from '../../ui/index.ts';
import { useTake } from '../takeStore.ts';

type Kind = RecordedMedium['description']['kind'];

/** Sound or video of a take, and its path on the host's server; undefined where it has none, or the file is gone. */
export function mediumOf(
  opened: OpenedTake | undefined,
  recorded: RecordedTake | undefined,
  kind: Kind,
): { readonly medium: RecordedMedium; readonly path: string } | undefined {
  const medium = recorded?.media.find(({ description }) => description.kind === kind);
  const path = opened?.media.find(({ file }) => file === medium?.description.file)?.path;
  return medium && path !== undefined ? { medium, path } : undefined;
}

/** The open take's sound or video, and its address; undefined until that is known. */
export function useMedium(kind: Kind): { readonly medium: RecordedMedium; readonly url: string } | undefined {
  const opened = useTake((state) => state.opened);
  const recorded = useTake((state) => state.recorded);
  const { medium, path } = mediumOf(opened, recorded, kind) ?? {};
  const [located, setLocated] = useState<{ readonly path: string; readonly url: string }>();
  useEffect(() => {
    if (path === undefined) return;
    let isWanted = true;
    hostUrl(path).then((url) => {
      if (isWanted) setLocated({ path, url });
    }, showProblem);
    return () => {
      isWanted = false;
    };
  }, [path]);
  return medium && located && located.path === path ? { medium, url: located.url } : undefined;
}
