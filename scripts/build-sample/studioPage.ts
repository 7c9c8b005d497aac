import { createReadStream } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { createServer, type ViteDevServer } from 'vite';

const repository = resolve(import.meta.dirname, '../..');
const root = join(repository, 'src-renderer/film');

/** The page that films, open in a browser without a window. */
export interface OpenPage {
  readonly page: Page;
  close(): Promise<void>;
}

export async function openPage(avatar: string): Promise<OpenPage> {
  const server = await createServer({
    root,
    configFile: false,
    logLevel: 'error',
    cacheDir: join(repository, 'node_modules/.cache/build-sample'),
    server: { host: '127.0.0.1', port: 0, fs: { allow: [repository] }, hmr: false },
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
  await server.listen();
  let browser: Browser | undefined;
  try {
    browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
    const page = await browser.newPage();
    page.on('pageerror', (error) => process.stderr.write(`${error.message}\n`));
    await page.goto(server.resolvedUrls?.local[0] ?? '');
    await page.waitForFunction('globalThis.film');
    const opened = browser;
    return {
      page,
      close: async () => {
        await opened.close();
        await server.close();
      },
    };
  } catch (error) {
    await browser?.close();
    await server.close();
    throw error;
  }
}
