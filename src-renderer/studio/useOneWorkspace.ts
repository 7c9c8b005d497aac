import { useEffect } from 'react';
import { useJobs } from '../batch/index.ts';

/** Loads the page anew when the host comes back with another workspace: nothing of the one before is left in sight. */
export function useOneWorkspace(): void {
  useEffect(
    () =>
      useJobs.subscribe(({ workspace: now }, { workspace: before }) => {
        if (before && now && now.folder !== before.folder) location.reload();
      }),
    [],
  );
}
