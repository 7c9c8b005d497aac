import { clearImports } from './exchange/index.ts';
import { recoverTakes } from './recoverTakes.ts';

/**
 * Mends what a death of the program has left of a workspace's takes. To be called before anything else is done with
 * them, by the only process that holds the workspace.
 * @throws `io`, `disk_full`
 */
export async function mendTakes(takesFolder: string): Promise<void> {
  await clearImports(takesFolder);
  await recoverTakes(takesFolder);
}
