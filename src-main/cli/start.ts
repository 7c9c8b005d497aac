import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { MimesisError } from '#shared/contract/index.ts';
import { findElectron } from '../host/doctor/index.ts';
import { resourcePath } from '../host/resources.ts';
import { readArguments, userPath } from './arguments.ts';
import { log } from './output.ts';
import { serveWorkspace } from './serve.ts';

const root = resolve(import.meta.dirname, '../..');

/** `mimesis start [PATH]`: opens the studio's window and tracks PATH; without a display, serves the studio's page. */
export async function start(args: string[]): Promise<number> {
  const { values, positionals } = readArguments(args, { workspace: { type: 'string' } });
  const [named, ...more] = positionals;
  if (more.length > 0) throw new MimesisError('usage', 'Name one manifest, folder or video.');
  // The app's own sample clips are tracked where nothing else is named.
  const input = named === undefined ? resourcePath('sample') : userPath(named);
  const workspace = values.workspace === undefined ? undefined : userPath(values.workspace);
  const obstacle = windowObstacle();
  if (obstacle === undefined) return openWindow(input, workspace);
  log(`${obstacle} Open the address below in a browser instead.`);
  return serveWorkspace({ input, workspace, port: 0 });
}

/** Why no window can be opened here, in plain words. */
function windowObstacle(): string | undefined {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  if (process.platform === 'linux' && !DISPLAY && !WAYLAND_DISPLAY)
    return 'There is no display for a window.';
  if (process.getuid?.() === 0) return 'A window is not opened for root.';
  return findElectron() ? undefined : 'There is no Electron to open a window with.';
}

async function openWindow(input: string, workspace: string | undefined): Promise<number> {
  const electron = findElectron();
  if (!electron) throw new MimesisError('tool_missing', 'There is no Electron to open a window with.');
  const child = spawn(
    electron.executable,
    [root, `--track=${input}`, ...(workspace ? [`--workspace=${workspace}`] : [])],
    { stdio: 'inherit' },
  );
  const [code] = await once(child, 'exit');
  return typeof code === 'number' ? code : 1;
}
