import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { BatchRunner } from '../host/batch/index.ts';
import { type Host, startHost } from '../host/host.ts';
import { readSettings } from '../host/settings.ts';
import { Workspace } from '../host/store/index.ts';
import { readArguments, readCount, userPath } from './arguments.ts';
import { print } from './output.ts';

/** `mimesis serve [--workspace DIR] [--port N]`: the host without a window, until it is interrupted. */
export async function serve(args: string[]): Promise<number> {
  const { values } = readArguments(args, {
    workspace: { type: 'string' },
    port: { type: 'string', default: '0' },
  });
  const port = readCount(values.port, '--port', 0);
  const { workspaceFolder, postprocess } = readSettings();
  const workspace = Workspace.open(userPath(values.workspace ?? workspaceFolder));
  try {
    const runner = await BatchRunner.open(workspace, { workers: availableParallelism(), postprocess });
    const host = await startHost(workspace, runner, port);
    await announceUntilInterrupted(host);
    await host.close();
  } finally {
    workspace.close();
  }
  return 0;
}

/** Names the host's address and returns after SIGINT or SIGTERM. */
export async function announceUntilInterrupted(host: Host): Promise<void> {
  print(`Mimesis Studio is at ${host.url}\nPress Ctrl+C to end it.`);
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
}
