import { clearImports } from './exchange/index.ts';
import { recoverTakes } from './recoverTakes.ts';

/**
 * Mends what a death of the program has left of a workspace's takes. To be called before anything else is done with
 * them, by the only process that holds the workspace.
 * @returns the ids of takes that had not been ended, and are now
 * @throws `io`, `disk_full`
 */
export async function mendTakes(takesFolder: string): Promise<string[]> {
  await clearImports(takesFolder);
  const recovered = await recoverTakes(takesFolder);
  return recovered.flatMap(({ kind, takeId }) => (kind === 'repaired' ? takeId : []));
}
