import { type ErrorInfo, MimesisError, toErrorInfo } from '#shared/contract/index.ts';
import { type FileInspection, inspectFile, type RowProblem, readInput } from '../ingest/index.ts';
import type { ClipToStore, Workspace } from '../store/index.ts';

/** What became of an input. */
export interface IngestReport {
  readonly entries: number;
  readonly created: number;
  readonly reused: number;
  readonly missing: number;
  readonly unusable: number;
  readonly problems: readonly RowProblem[];
}

const REMEDIES: Partial<Record<ErrorInfo['kind'], string>> = {
  empty_file: 'Copy the file again from its source, then run with --resume.',
  not_a_file: 'Name the video file itself.',
};

/**
 * Reads what the user named (manifest, folder or video), looks at each file, and stores videos, clips and jobs. Doing it
 * again with the same input changes nothing.
 */
export async function ingestInput(workspace: Workspace, input: string): Promise<IngestReport> {
  const { entries, problems } = await readInput(input);
  const clips: ClipToStore[] = [];
  for (const entry of entries) clips.push(await inspectEntry(entry));
  const stored = workspace.clips.storeAll(clips);
  return {
    entries: entries.length,
    created: stored.filter((kind) => kind === 'created').length,
    reused: stored.filter((kind) => kind === 'reused').length,
    missing: clips.filter(({ file }) => file.kind === 'missing').length,
    unusable: clips.filter(({ file }) => file.kind === 'unusable').length,
    problems,
  };
}

/**
 * Looks again at the files of jobs that failed or were missing. Those that can be read now are queued, with all their
 * attempts.
 */
export async function inspectAgain(workspace: Workspace): Promise<void> {
  const clips: ClipToStore[] = [];
  for (const job of workspace.jobs.unsuccessful()) clips.push(await inspectEntry(job));
  workspace.clips.storeAll(clips, { retry: true });
}

type Inspectable = Omit<ClipToStore, 'file'>;

async function inspectEntry({ word, path, filename, remoteUrl }: Inspectable): Promise<ClipToStore> {
  return { word, path, filename, remoteUrl, file: clipFile(await inspectFile(path)) };
}

function clipFile(inspection: FileInspection): ClipToStore['file'] {
  if (inspection.kind === 'ready') return { kind: 'ready', sha1: inspection.sha1 };
  if (inspection.kind === 'missing_file') return { kind: 'missing' };
  return { kind: 'unusable', error: toErrorInfo(inspectionError(inspection)) };
}

function inspectionError({ kind, message }: Exclude<FileInspection, { kind: 'ready' }>): MimesisError {
  const remedy = REMEDIES[kind];
  return new MimesisError(kind, message, remedy === undefined ? {} : { remedy });
}

/** Makes sure that a job's file is still the one that was added. Throws `changed_file`, or why it cannot be used. */
export async function requireUnchanged(path: string, sha1: string | null): Promise<string> {
  const inspection = await inspectFile(path);
  if (inspection.kind !== 'ready') throw inspectionError(inspection);
  if (inspection.sha1 === sha1) return inspection.sha1;
  throw new MimesisError('changed_file', 'The file has changed since it was added.', {
    remedy: 'Run with --resume to track it as it is now.',
  });
}
