import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { type Browser, chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import { refusingHandlers } from '../../scripts/testing/refusingHandlers.ts';
import { repositoryRoot } from '../../scripts/testing/shared.ts';
import { AvatarDesk, LibraryShelf, PresetDesk } from '../../src-main/host/library/index.ts';
import { createServer, MediaShelf } from '../../src-main/host/server/index.ts';

export const avatarFixtures = join(repositoryRoot, 'src-renderer/avatars/testing');
const TOKEN = 'a-secret';

/** The avatars' own page in a browser, before a real host's server and library. */
export interface AvatarsPage {
  readonly libraryFolder: string;
  /** Path on the page's server of a file of this computer. */
  offer(file: string): string;
  open(): Promise<{ page: Page; complaints: readonly string[] }>;
  close(): Promise<void>;
}

export async function serveAvatarsPage(): Promise<AvatarsPage> {
  const folder = mkdtempSync(join(tmpdir(), 'mimesis-avatars-'));
  const studioFolder = join(folder, 'page');
  await build({
    root: avatarFixtures,
    configFile: false,
    logLevel: 'error',
    plugins: [react()],
    build: { target: 'chrome114', outDir: studioFolder },
  });
  const libraryFolder = join(folder, 'library');
  const library = new LibraryShelf(libraryFolder);
  const shelf = new MediaShelf();
  const desk = new AvatarDesk({
    shelf: library,
    offer: (file) => shelf.offer(file),
    onChange: () => link.publish({ event: 'avatars_changed' }),
  });
  const presets = new PresetDesk(library, () => link.publish({ event: 'presets_changed' }));
  const { http, link } = await createServer({
    token: TOKEN,
    studioFolder,
    shelf,
    receiveAvatar: (name, chunks) => desk.receive(name, chunks),
    uploads: {},
    handlers: {
      ...refusingHandlers,
      'avatars.list': () => desk.list(),
      'avatar.open': ({ id }) => desk.open(id),
      'avatar.configure': (change) => desk.configure(change),
      'avatar.remove': ({ id }) => desk.remove(id),
      'presets.list': ({ kind }) => presets.list(kind),
      'preferences.read': () => desk.preferences(),
      'preferences.write': (changes) => desk.prefer(changes),
    },
  });
  const address = await http.listen({ host: '127.0.0.1', port: 0 });
  let browser: Browser | undefined;
  return {
    libraryFolder,
    offer: (file) => shelf.offer(file),
    async open() {
      browser ??= await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
      const page = await browser.newPage({ viewport: { width: 1000, height: 760 } });
      const complaints: string[] = [];
      page.on('console', (message) => void (message.type() === 'error' && complaints.push(message.text())));
      page.on('pageerror', (error) => complaints.push(String(error)));
      await page.goto(`${address}/#token=${TOKEN}`);
      return { page, complaints };
    },
    async close() {
      await browser?.close();
      await http.close();
      library.close();
      rmSync(folder, { recursive: true });
    },
  };
}
