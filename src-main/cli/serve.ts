import { once } from 'node:events';
import { startHost } from '../host/host.ts';
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
  const workspace = Workspace.open(userPath(values.workspace ?? readSettings().workspaceFolder));
  try {
    await serveUntilInterrupted(workspace, port);
  } finally {
    workspace.close();
  }
  return 0;
}

/** Serves the studio and returns after SIGINT or SIGTERM. */
export async function serveUntilInterrupted(workspace: Workspace, port: number): Promise<void> {
  const host = await startHost(workspace, port);
  print(`Mimesis Studio is at ${host.url}\nPress Ctrl+C to end it.`);
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  await host.close();
}
