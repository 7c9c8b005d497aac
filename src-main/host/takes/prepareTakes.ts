import { clearImports } from './exchange/index.ts';
import { recoverTakes } from './recoverTakes.ts';
import type { TakeProblem, TakeShelf } from './takeShelf.ts';

/**
 * Mends what a death of the program has left of a workspace's takes, and lists them. To be called before anything else is
 * done with them, by the only process that holds the workspace.
 * @returns what could not be read
 * @throws `io`, `disk_full`
 */
export async function prepareTakes(takesFolder: string, shelf: TakeShelf): Promise<TakeProblem[]> {
  await clearImports(takesFolder);
  await recoverTakes(takesFolder);
  return shelf.synchronise();
}
