import { type ErrorInfo, type TakeImportProgress, toErrorInfo } from '#shared/contract/index.ts';
import { type ImportPlace, importTake } from './importTake.ts';
import { findTakeSources } from './takeSource.ts';

export interface ImportedTakes {
  readonly takeIds: readonly string[];
  /** What was done without, in plain sentences. */
  readonly problems: readonly string[];
  /** Those of several takes that could not be imported. */
  readonly failures: readonly ErrorInfo[];
}

/** How whoever imports follows it. */
export interface ImportWatch {
  /** Ends it: takes that are whole by then stay. */
  readonly signal: AbortSignal;
  readonly onProgress: (progress: TakeImportProgress) => void;
}

/**
 * Imports the takes at a path, as `findTakeSources` finds them.
 * @throws as `findTakeSources` does, and where not one could be imported as `importTake` does
 */
export async function importTakes(
  path: string,
  place: ImportPlace,
  watch?: ImportWatch,
): Promise<ImportedTakes> {
  const sources = await findTakeSources(path);
  const takeIds: string[] = [];
  const problems: string[] = [];
  const failures: ErrorInfo[] = [];
  for (const [done, source] of sources.entries()) {
    if (watch?.signal.aborted) break;
    watch?.onProgress({ name: source.origin.file, done, takes: sources.length });
    try {
      const imported = await importTake(source, place, watch?.signal);
      takeIds.push(imported.takeId);
      problems.push(...imported.problems);
    } catch (error) {
      if (watch?.signal.aborted) break;
      if (sources.length === 1) throw error;
      const info = toErrorInfo(error);
      failures.push({ ...info, message: `${source.origin.file}: ${info.message}` });
    }
  }
  return { takeIds, problems, failures };
}
