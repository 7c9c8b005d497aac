import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type Browser, chromium, type Page } from 'playwright-core';
import { onTestFinished } from 'vitest';
import { repositoryRoot } from '../../scripts/testing/shared.ts';

/** A host that `npm start` has started without a display, with a library of its own, and a browser to look at its studio. */
export interface ServedStudio {
  readonly url: string;
  readonly host: ChildProcess;
  /** A new page of the studio, for the running test. */
  open(): Promise<{ page: Page; complaints: readonly string[] }>;
  close(): Promise<void>;
}

/** @param browserArgs what the browser is started with, beside what every test needs */
export async function serveStudio(
  args: readonly string[],
  browserArgs: readonly string[] = [],
): Promise<ServedStudio> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'mimesis-served-'));
  const host = spawn(process.execPath, ['src-main/cli/main.ts', 'start', ...args], {
    cwd: repositoryRoot,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      DISPLAY: '',
      WAYLAND_DISPLAY: '',
      MIMESIS_DATA_DIR: dataFolder,
      MIMESIS_CAPTURE_ADDRESS: '127.0.0.1',
      MIMESIS_CAPTURE_PORT: '0',
    },
  });
  const ended = once(host, 'exit');
  let browser: Browser | undefined;
  const url = await addressOf(host);
  return {
    url,
    host,
    async open() {
      browser ??= await chromium.launch({
        executablePath: '/usr/bin/chromium',
        args: ['--no-sandbox', ...browserArgs],
      });
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
      onTestFinished(() => page.close());
      const complaints: string[] = [];
      page.on('console', (message) => void (message.type() === 'error' && complaints.push(message.text())));
      page.on('pageerror', (error) => complaints.push(String(error)));
      await page.goto(url);
      return { page, complaints };
    },
    async close() {
      await browser?.close();
      host.kill('SIGTERM');
      await ended;
      rmSync(dataFolder, { recursive: true, maxRetries: 3 });
    },
  };
}

async function addressOf({ stdout }: ChildProcess): Promise<string> {
  if (!stdout) throw new Error('the host has no output');
  for await (const line of createInterface({ input: stdout })) {
    const url = /http:\/\/\S+/.exec(line)?.[0];
    if (url !== undefined) return url;
  }
  throw new Error('the host ended without naming its address');
}
