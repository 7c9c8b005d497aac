import { createReadStream, existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { chromium } from 'playwright-core';
import { repositoryRoot } from '../../testing/shared.ts';

/** One picture of the avatar. Metres, radians; quaternions as x, y, z, w. */
export interface Shot {
  readonly label: string;
  /** Width and height, pixels. */
  readonly size: number;
  readonly morphs?: Readonly<Record<string, number>>;
  readonly rotations?: Readonly<Record<string, readonly number[]>>;
  readonly eye: readonly [number, number, number];
  readonly target: readonly [number, number, number];
  /** Vertical field of view, degrees. */
  readonly fov?: number;
}

export interface Facts {
  readonly morphs: readonly string[];
  readonly bones: Readonly<Record<string, readonly [number, number, number]>>;
}

interface Stage {
  sheet(shots: readonly Shot[], columns: number): string;
  facts(): Facts;
}

export interface OpenStage {
  readonly facts: Facts;
  /** Renders the shots into one labelled PNG. */
  sheet(shots: readonly Shot[], columns: number): Promise<Buffer>;
}

const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.glb': 'model/gltf-binary',
};
const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

/** Opens the avatar file in headless Chromium, hands the stage to `use`, and closes everything after it. */
export async function withStage(glbFile: string, use: (stage: OpenStage) => Promise<void>): Promise<void> {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    const file = path === '/avatar.glb' ? glbFile : join(repositoryRoot, normalize(path));
    if (!existsSync(file)) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' });
    createReadStream(file).pipe(response);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const browser = await chromium.launch({
    executablePath: CHROMIUM,
    args: [
      '--no-sandbox',
      '--use-angle=swiftshader',
      '--enable-unsafe-swiftshader',
      '--ignore-gpu-blocklist',
    ],
  });
  try {
    const page = await browser.newPage();
    page.on('pageerror', (error) => process.stderr.write(`${error.stack}\n`));
    await page.goto(`http://127.0.0.1:${port}/scripts/build-avatar/sheet/stage.html`);
    await page.waitForFunction(() => 'stage' in globalThis, undefined, { timeout: 120_000 });
    const facts = await page.evaluate(() => (globalThis as unknown as { stage: Stage }).stage.facts());
    await use({
      facts,
      sheet: async (shots, columns) =>
        Buffer.from(
          await page.evaluate(
            ([all, wide]) => (globalThis as unknown as { stage: Stage }).stage.sheet(all, wide),
            [shots, columns] as const,
          ),
          'base64',
        ),
    });
  } finally {
    await browser.close();
    server.close();
  }
}
