import { clearImports } from './exchange/index.ts';
import { recoverTakes } from './recoverTakes.ts';
import type { TakeProblem, TakeShelf } from './takeShelf.ts';

export interface PreparedTakes {
  readonly problems: readonly TakeProblem[];
  /** The ids of takes that had not been ended, and are now. */
  readonly interrupted: readonly string[];
}

/**
 * Mends what a death of the program has left of a workspace's takes, and lists them. To be called before anything else is
 * done with them, by the only process that holds the workspace.
 * @returns what could not be read, and the takes that had not been ended
 * @throws `io`, `disk_full`
 */
export async function prepareTakes(takesFolder: string, shelf: TakeShelf): Promise<PreparedTakes> {
  await clearImports(takesFolder);
  const recovered = await recoverTakes(takesFolder);
  const problems = await shelf.synchronise();
  return {
    problems,
    interrupted: recovered.flatMap((take) => (take.kind === 'repaired' ? take.takeId : [])),
  };
}
