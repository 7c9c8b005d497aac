import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';
import { type Browser, chromium } from 'playwright-core';
import { CHILD_LIMIT } from './childLimit.ts';
import { repositoryRoot } from './shared.ts';

/** Packs the built app as `npm run package` does, into `folder`. Returns the folder of the program. */
export function packApp(folder: string): string {
  const builder = join(repositoryRoot, 'node_modules/electron-builder/cli.js');
  const options = ['--dir', '--config', 'electron-builder.config.ts', `-c.directories.output=${folder}`];
  execFileSync(process.execPath, [builder, ...options], {
    ...CHILD_LIMIT,
    cwd: repositoryRoot,
    stdio: 'pipe',
  });
  const [unpacked = ''] = readdirSync(folder).filter((name) => name.endsWith('unpacked'));
  return join(folder, unpacked);
}

export interface RunningApp {
  readonly shell: ChildProcess;
  /** The windows, over Chrome's own protocol: the packaged program does not let Node's debugger in. */
  readonly browser: Browser;
  /** What it has written to its error output so far. */
  readonly complaints: readonly string[];
}

/**
 * Starts a packaged program as a new user would: an empty home, nothing of the checkout on the path. `home` is also the
 * folder that it is started in.
 */
export async function startPackagedApp(
  program: string,
  args: readonly string[],
  home: string,
): Promise<RunningApp> {
  const { PATH = '', DISPLAY, XAUTHORITY } = process.env;
  const path = PATH.split(delimiter).filter((folder) => !folder.startsWith(repositoryRoot));
  const shell = spawn(program, ['--no-sandbox', '--remote-debugging-port=0', ...args], {
    cwd: home,
    stdio: ['ignore', 'ignore', 'pipe'],
    // It must not become a plain Node by this.
    env: { PATH: path.join(delimiter), DISPLAY, XAUTHORITY, HOME: home, ELECTRON_RUN_AS_NODE: '1' },
  });
  const complaints: string[] = [];
  const address = await new Promise<string>((resolve, reject) => {
    createInterface(shell.stderr).on('line', (line) => {
      complaints.push(line);
      const [, found] = /DevTools listening on (\S+)/.exec(line) ?? [];
      if (found !== undefined) resolve(found);
    });
    shell.once('error', reject);
    shell.once('exit', () => reject(new Error(`the program ended: ${complaints.join('\n')}`)));
  });
  // Electron refuses what Playwright sets in a browser.
  return { shell, browser: await chromium.connectOverCDP(address, { noDefaults: true }), complaints };
}
