import { availableParallelism } from 'node:os';
import { MimesisError } from '#shared/contract/index.ts';
import { BatchRunner } from '../host/batch/index.ts';
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
  const { workspaceFolder, postprocess } = readSettings();
  const workers =
    values.workers === undefined ? availableParallelism() : readCount(values.workers, '--workers', 1);
  const workspace = Workspace.open(userPath(values.workspace ?? workspaceFolder));
  try {
    const runner = await BatchRunner.open(workspace, { workers, postprocess });
    return await trackWith(runner, workspace, {
      input: input === undefined ? undefined : userPath(input),
      resume: values.resume,
      json: values.json,
    });
  } finally {
    workspace.close();
  }
}

export interface TrackOptions {
  readonly input: string | undefined;
  readonly resume: boolean;
  readonly json: boolean;
}

/** Ingests the input, works off the queue and reports. Returns the exit code. */
export async function trackWith(
  runner: BatchRunner,
  workspace: Workspace,
  { input, resume, json }: TrackOptions,
): Promise<number> {
  const report = createReporter(json);
  runner.onEvent((event) => report.event(event));
  let interrupted = false;
  const interrupt = (): void => {
    interrupted = true;
    void runner.stop();
  };
  process.once('SIGINT', interrupt).once('SIGTERM', interrupt);
  try {
    if (resume) await runner.retry();
    if (input !== undefined) report.ingested(await runner.add(input));
    report.begin(workspace.jobs.count().queued);
    if (!interrupted) await runner.run();
    const face = await locateModel('face_landmarker');
    report.summary(workspace, face.kind === 'found' ? undefined : face.remedy);
  } finally {
    process.removeListener('SIGINT', interrupt).removeListener('SIGTERM', interrupt);
  }
  if (interrupted) return 130;
  return workspace.jobs.count().failed > 0 ? 1 : 0;
}
