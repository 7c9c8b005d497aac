import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { repositoryRoot, requireShared } from '../scripts/testing/shared.ts';

/** A tracked workspace and its host, started as `npm start` starts them. */
async function startStudio(folder: string) {
  const clip = join(folder, 'hallo på deg.mp4');
  execFileSync('ffmpeg', [
    '-v',
    'error',
    '-f',
    'lavfi',
    '-i',
    'testsrc=size=320x240:rate=25:duration=0.2',
    clip,
  ]);
  const host = spawn(
    process.execPath,
    ['src-main/cli/main.ts', 'start', clip, '--workspace', join(folder, 'workspace')],
    {
      cwd: repositoryRoot,
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, MIMESIS_CAPTURE_ADDRESS: '127.0.0.1', MIMESIS_CAPTURE_PORT: '0' },
    },
  );
  for await (const line of createInterface(host.stdout)) {
    const url = /http:\/\/\S+/.exec(line)?.[0];
    if (url !== undefined) return { url, host };
  }
  throw new Error('the host ended without naming its address');
}

function statusOf(url: string, headers: Record<string, string>): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request(url, { headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });
}

async function seeFinishedClip(page: Page): Promise<void> {
  const row = page.getByRole('row', { name: 'hallo på deg.mp4' });
  await row.getByText('Done').waitFor();
  expect(await row.getByRole('cell').allTextContents()).toContain('5');
}

describe('the studio after npm start', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mimesis-studio-'));
  let studio: Awaited<ReturnType<typeof startStudio>>;

  beforeAll(async () => {
    studio = await startStudio(folder);
  });

  afterAll(async () => {
    if (studio.host.exitCode === null && studio.host.signalCode === null) {
      studio.host.kill('SIGTERM');
      await once(studio.host, 'exit');
    }
    rmSync(folder, { recursive: true });
  });

  it('shows the tracked clip in Chromium', async () => {
    const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
    onTestFinished(() => browser.close());
    const page = await browser.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => void (message.type() === 'error' && complaints.push(message.text())));
    await page.goto(studio.url);
    await seeFinishedClip(page);
    expect(complaints).toEqual([]);
  });

  it('arms capture and shows a phone that plays a real take', async (context) => {
    const take = requireShared(context, 'takes/face-rom.csv');
    const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
    onTestFinished(() => browser.close());
    const page = await browser.newPage();
    await page.goto(studio.url);
    await page.getByRole('button', { name: 'Arm capture' }).click();
    const port = /UDP port (\d+)/.exec(await page.getByText('Open at 127.0.0.1').innerText())?.[1] ?? '';
    const command = [
      'simulate',
      'phone',
      '--protocol',
      'llf',
      '--take',
      take,
      '--host',
      '127.0.0.1',
      '--port',
      port,
    ];
    const phone = spawn(process.execPath, ['src-main/cli/main.ts', ...command, '--loop'], {
      cwd: repositoryRoot,
    });
    onTestFinished(() => void phone.kill('SIGKILL'));
    await page.getByText('Face found').waitFor();
    const jaw = page.getByLabel('jawOpen');
    await expect
      .poll(() => jaw.evaluate((meter) => Number(Reflect.get(meter, 'value'))), { timeout: 20_000 })
      .toBeGreaterThan(0);

    phone.kill('SIGKILL');
    await page.getByText('Silent').waitFor();
    await page.getByRole('button', { name: 'Disarm capture' }).click();
    await page.getByText('No socket is open.').waitFor();
  });

  it('gives its page to this computer only', async () => {
    const { origin, host } = new URL(studio.url);
    expect(await statusOf(`${origin}/`, { host })).toBe(200);
    expect(await statusOf(`${origin}/`, { origin: 'http://evil.example' })).toBe(403);
    expect(await statusOf(`${origin}/`, { host: 'evil.example' })).toBe(403);
  });

  it('says so when the host dies and keeps showing what is known', async () => {
    const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
    onTestFinished(() => browser.close());
    const page = await browser.newPage();
    await page.goto(studio.url);
    await seeFinishedClip(page);
    studio.host.kill('SIGKILL');
    await page.getByRole('alert').getByText('The host does not answer').waitFor();
    await seeFinishedClip(page);
  });
});
