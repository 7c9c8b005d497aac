import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { MimesisError, toErrorInfo } from '#shared/contract/index.ts';
import { BatchRunner } from '../host/batch/index.ts';
import { startHost } from '../host/host.ts';
import { readSettings } from '../host/settings.ts';
import { Workspace } from '../host/store/index.ts';
import { readArguments, readCount, userPath } from './arguments.ts';
import { print, printError } from './output.ts';
import { trackWith } from './track.ts';

/**
 * `mimesis serve [PATH] [--workspace DIR] [--port N]`: the host without a window, until it is interrupted. With
 * `--with-shell` it belongs to the process that started it, and ends with it.
 */
export async function serve(args: string[]): Promise<number> {
  const { values, positionals } = readArguments(args, {
    workspace: { type: 'string' },
    port: { type: 'string', default: '0' },
    'with-shell': { type: 'boolean', default: false },
  });
  const [input, ...more] = positionals;
  if (more.length > 0) throw new MimesisError('usage', 'Name one manifest, folder or video.');
  if (values['with-shell']) endWithShell();
  return serveWorkspace({
    input: input === undefined ? undefined : userPath(input),
    workspace: values.workspace === undefined ? undefined : userPath(values.workspace),
    port: readCount(values.port, '--port', 0),
  });
}

/** Ends this process, as SIGTERM would, when the shell is gone, however it went: the pipe to it closes. */
function endWithShell(): void {
  const end = (): unknown => process.emit('SIGTERM') || process.exit();
  process.stdin.on('end', end).on('error', end).resume();
  // A pipe must not keep the process up; what is no pipe does not.
  process.stdin.unref?.();
}

export interface ServeOptions {
  readonly input: string | undefined;
  readonly workspace: string | undefined;
  readonly port: number;
}

/** Serves a workspace until SIGINT or SIGTERM, and tracks `input` meanwhile. Returns the exit code. */
export async function serveWorkspace({ input, workspace: folder, port }: ServeOptions): Promise<number> {
  const { workspaceFolder, libraryFolder, postprocess, capture } = readSettings();
  const workspace = Workspace.open(folder ?? userPath(workspaceFolder));
  try {
    const runner = await BatchRunner.open(workspace, { workers: availableParallelism(), postprocess });
    const host = await startHost(workspace, runner, { port, capture, libraryFolder });
    const interrupted = Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
    // What ends it a second time must not cut the clean end.
    process.on('SIGTERM', () => {});
    print(`Workspace: ${workspace.folder}`);
    print(`Mimesis Studio is at ${host.url}`);
    try {
      // Also without an input: what an earlier run has left is finished.
      await trackWith(runner, workspace, { input, resume: false, json: false });
    } catch (error) {
      // A wrong path must not take the studio away.
      printError(toErrorInfo(error));
    }
    await interrupted;
    await host.close();
  } finally {
    workspace.close();
  }
  return 0;
}
