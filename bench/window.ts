import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium, type Page } from 'playwright-core';
import { freeUdpPort } from '../scripts/testing/freeUdpPort.ts';
import { findElectron } from '../src-main/host/doctor/index.ts';

const root = resolve(import.meta.dirname, '..');
const PATIENCE_MS = 30_000;

export interface OpenWindow {
  readonly pid: number;
  readonly page: Page;
  /** From the start of the process until the studio shows the workspace and can be used. */
  readonly interactiveMs: number;
  /** UDP port that capture opens when it is armed. */
  readonly capturePort: number;
  close(): Promise<void>;
}

/** Starts the app as a user would, and watches it from outside. */
export async function openWindow(workspace: string, profile: string): Promise<OpenWindow> {
  const electron = findElectron();
  if (!electron) throw new Error('there is no Electron to open a window with: npm start sets it up');
  const capturePort = await freeUdpPort();
  const started = Date.now();
  const app = spawn(
    electron.executable,
    [
      root,
      `--workspace=${workspace}`,
      `--user-data-dir=${profile}`,
      '--remote-debugging-port=0',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
    {
      env: {
        ...process.env,
        MIMESIS_CAPTURE_ADDRESS: '127.0.0.1',
        MIMESIS_CAPTURE_PORT: String(capturePort),
      },
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  const ended = once(app, 'exit');
  try {
    const browser = await chromium.connectOverCDP(await debuggerAddress(app), { noDefaults: true });
    const page = browser.contexts()[0]?.pages()[0];
    if (!page) throw new Error('the app has no window');
    return {
      pid: app.pid ?? 0,
      page,
      capturePort,
      interactiveMs: (await interactiveAt(page)) - started,
      close: async () => {
        await browser.close();
        app.kill('SIGTERM');
        await ended;
      },
    };
  } catch (error) {
    app.kill('SIGKILL');
    throw error;
  }
}

async function debuggerAddress({ stderr }: ChildProcess): Promise<string> {
  if (!stderr) throw new Error('the app has no output');
  return new Promise((resolve, reject) => {
    const lines = createInterface({ input: stderr });
    lines.on('line', (line) => {
      const [, address] = /^DevTools listening on (ws:\S+)/.exec(line) ?? [];
      if (address !== undefined) resolve(address);
    });
    lines.once('close', () => reject(new Error('the app ended before its window opened')));
  });
}

/** When the studio set its mark, in milliseconds of the computer's clock. */
async function interactiveAt(page: Page): Promise<number> {
  await page.waitForFunction(() => performance.getEntriesByName('studio-interactive').length > 0, undefined, {
    timeout: PATIENCE_MS,
    polling: 50,
  });
  return page.evaluate(
    () => performance.timeOrigin + (performance.getEntriesByName('studio-interactive')[0]?.startTime ?? NaN),
  );
}
