import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { createServer, type ViteDevServer } from 'vite';
import type { AvatarPose } from '#shared/performance/index.ts';
import type { Camera, Film, Picture } from '../../src-renderer/film/film.ts';
import { repositoryRoot } from '../testing/shared.ts';

/** The page that films, open in a browser without a window. */
export interface FilmPage {
  readonly browser: Browser;
  point(camera: Camera): Promise<void>;
  shoot(pose: AvatarPose): Promise<Omit<Picture, 'png'> & { readonly png: Buffer }>;
}

type WithFilm = typeof globalThis & { readonly film: Film };

/**
 * Opens the page that films with an avatar's file, hands it to `use`, and closes everything after it.
 * @param size of the pictures in pixels; they are square
 */
export async function withFilmPage(
  avatar: string,
  size: number,
  use: (film: FilmPage) => Promise<void>,
): Promise<void> {
  const server = await serve(avatar);
  let browser: Browser | undefined;
  try {
    browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
    const page = await browser.newPage();
    page.on('pageerror', (error) => process.stderr.write(`${error.message}\n`));
    await page.goto(server.resolvedUrls?.local[0] ?? '');
    await page.waitForFunction('globalThis.film');
    await page.evaluate((pixels) => (globalThis as WithFilm).film.dress(pixels), size);
    await use({
      browser,
      point: (camera) => page.evaluate((to) => (globalThis as WithFilm).film.point(to), camera),
      async shoot({ buffer }) {
        const { png, places } = await page.evaluate(
          (pose) => (globalThis as WithFilm).film.shoot(pose),
          [...buffer],
        );
        return { png: Buffer.from(png, 'base64'), places };
      },
    });
  } finally {
    await browser?.close();
    await server.close();
  }
}

async function serve(avatar: string): Promise<ViteDevServer> {
  const server = await createServer({
    root: join(repositoryRoot, 'src-renderer/film'),
    configFile: false,
    logLevel: 'error',
    cacheDir: join(repositoryRoot, 'node_modules/.cache/film'),
    server: { host: '127.0.0.1', port: 0, fs: { allow: [repositoryRoot] }, hmr: false },
    plugins: [
      {
        name: 'avatar',
        configureServer: ({ middlewares }: ViteDevServer) => {
          middlewares.use(
            '/avatar.glb',
            (_request, response) => void createReadStream(avatar).pipe(response),
          );
        },
      },
    ],
  });
  return await server.listen();
}
