import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium, type Page } from 'playwright-core';
import type { Figure } from '../figure.ts';
import { cli } from '../shell/workspace.ts';

/** The sample performance is played so long before its cost is read. */
const PLAYED_MS = 10_000;
/** Reading and showing an avatar takes seconds where the processor draws. */
const SHOWN_MS = 60_000;

/** What the studio's own avatar costs to draw in Chromium, as the studio shows it to its user while it performs. */
export async function measureViewport(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'mimesis-bench-'));
  const host = spawn(process.execPath, [cli, 'serve', '--workspace', join(folder, 'workspace')], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, MIMESIS_DATA_DIR: folder },
  });
  try {
    return figuresOf(await readShown(await addressOf(host.stdout)));
  } finally {
    host.kill('SIGTERM');
    if (host.exitCode === null && host.signalCode === null) await once(host, 'exit');
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function addressOf(output: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface({ input: output })) {
    const url = /http:\/\/\S+/.exec(line)?.[0];
    if (url) return url;
  }
  throw new Error('the host ended before it listened');
}

async function readShown(url: string): Promise<ReadonlyMap<string, string>> {
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(url);
    await page.getByTestId('viewport').and(page.locator('[aria-busy=false]')).waitFor({ timeout: SHOWN_MS });
    await page.getByRole('combobox', { name: 'What moves the avatar' }).click();
    await page.getByRole('option', { name: 'Sample performance' }).click();
    await page.waitForTimeout(PLAYED_MS);
    return new Map(await termsOf(page));
  } finally {
    await browser.close();
  }
}

/** What the face panel says of the picture, by the names it uses. */
async function termsOf(page: Page): Promise<[string, string][]> {
  const rows = await page.locator('.face-figures > div').all();
  return Promise.all(
    rows.map(
      async (row): Promise<[string, string]> => [
        await row.locator('dt').innerText(),
        await row.locator('dd').innerText(),
      ],
    ),
  );
}

function figuresOf(shown: ReadonlyMap<string, string>): Figure[] {
  const figure = (key: string, name: string, unit: string): Figure => {
    const value = Number.parseFloat(shown.get(name)?.replaceAll(',', '') ?? '');
    if (Number.isNaN(value)) throw new Error(`the studio does not say: ${name}`);
    return { key, value, unit };
  };
  return [
    figure('viewport_draw_calls', 'Draw calls', 'calls'),
    figure('viewport_triangles', 'Triangles', 'triangles'),
    figure('viewport_texture_memory', 'Textures', 'MB'),
    figure('viewport_morph_memory', 'Morph targets', 'MB'),
    figure('viewport_script', 'Script per picture', 'ms'),
    figure('viewport_pictures', 'Frames a second', '1/s'),
    figure('viewport_load_to_first_picture', 'Shown after', 'ms'),
  ];
}
