import { availableParallelism } from 'node:os';
import { MimesisError } from '#shared/contract/index.ts';
import { ingestInput, inspectAgain, removePartials, runBatch } from '../host/batch/index.ts';
import { locateModel } from '../host/models/index.ts';
import { readSettings } from '../host/settings.ts';
import { Workspace } from '../host/store/index.ts';
import { readArguments, readCount, userPath } from './arguments.ts';
import { print } from './output.ts';
import { createReporter } from './trackReport.ts';

const HELP = `Usage: mimesis track [INPUT] [options]

INPUT is a manifest (.csv, .tsv, .txt), a folder, or a video.

  --workspace DIR  where jobs and tracks are kept (default: WORKSPACE_DIR or the user's data folder)
  --workers N      tracker processes (default: one per core)
  --resume         also retry what failed or was missing; INPUT may then be left out
  --json           one JSON object per line on stdout, the last a summary

Exit code: 0 all done, 1 some job failed, 2 wrong usage or configuration.`;

/** `mimesis track`: the main job. */
export async function track(args: string[]): Promise<number> {
  const { values, positionals } = readArguments(args, {
    workspace: { type: 'string' },
    workers: { type: 'string' },
    resume: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  });
  if (values.help) {
    print(HELP);
    return 0;
  }
  const [input, ...more] = positionals;
  if (more.length > 0 || (input === undefined && !values.resume)) {
    throw new MimesisError('usage', 'Name one manifest, folder or video.', {
      remedy: 'mimesis track --help',
    });
  }
  const workspace = Workspace.open(userPath(values.workspace ?? readSettings().workspaceFolder));
  try {
    return await trackInto(workspace, {
      input: input === undefined ? undefined : userPath(input),
      workers:
        values.workers === undefined ? availableParallelism() : readCount(values.workers, '--workers', 1),
      resume: values.resume,
      json: values.json,
    });
  } finally {
    workspace.close();
  }
}

export interface TrackOptions {
  readonly input: string | undefined;
  readonly workers: number;
  readonly resume: boolean;
  readonly json: boolean;
}

/** Ingests the input, works off the queue and reports. Returns the exit code. */
export async function trackInto(workspace: Workspace, options: TrackOptions): Promise<number> {
  const { postprocess } = readSettings();
  const report = createReporter(options.json);
  const interrupted = new AbortController();
  const interrupt = (): void => interrupted.abort();
  process.once('SIGINT', interrupt).once('SIGTERM', interrupt);
  try {
    workspace.reserve.restore();
    await removePartials(workspace.folder);
    workspace.jobs.recoverOrphans();
    if (options.resume) await inspectAgain(workspace);
    if (options.input !== undefined) report.ingested(await ingestInput(workspace, options.input));
    report.begin(workspace.jobs.count().queued);
    await runBatch(workspace, {
      workers: options.workers,
      postprocess,
      signal: interrupted.signal,
      onEvent: (event) => report.event(event),
    });
    const face = await locateModel('face_landmarker');
    report.summary(workspace, face.kind === 'found' ? undefined : face.remedy);
  } finally {
    process.removeListener('SIGINT', interrupt).removeListener('SIGTERM', interrupt);
  }
  if (interrupted.signal.aborted) return 130;
  return workspace.jobs.count().failed > 0 ? 1 : 0;
}
