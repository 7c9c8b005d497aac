import { writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { STUDIO_ORIGIN } from '#shared/bridge/index.ts';
import { refusingHandlers } from '../../../scripts/testing/refusingHandlers.ts';
import { temporaryFolder } from '../../../scripts/testing/temporaryFolder.ts';
import { MediaShelf } from './media.ts';
import { createServer } from './server.ts';

let shelf: MediaShelf;
let address = '';
let file = '';

beforeEach(async () => {
  shelf = new MediaShelf();
  file = join(temporaryFolder(), 'hva? #1 100% æøå.mp4');
  writeFileSync(file, '0123456789');
  const { http } = await createServer({
    token: 'a-secret',
    studioFolder: '/nowhere',
    shelf,
    handlers: refusingHandlers,
    uploads: {},
    receiveAvatar: refusingHandlers['avatar.import'],
  });
  onTestFinished(() => http.close());
  address = await http.listen({ host: '127.0.0.1', port: 0 });
});

describe('a file on the shelf', () => {
  it('is served as it is, whatever its name', async () => {
    const response = await fetch(address + shelf.offer(file));
    expect(response.headers.get('content-type')).toBe('video/mp4');
    expect(response.headers.get('content-encoding')).toBeNull();
    expect(await response.text()).toBe('0123456789');
  });

  it('is served in ranges, so that a player can seek', async () => {
    const response = await fetch(address + shelf.offer(file), { headers: { range: 'bytes=3-5' } });
    expect(response.status).toBe(206);
    expect(response.headers.get('content-range')).toBe('bytes 3-5/10');
    expect(await response.text()).toBe('345');
  });

  it('has one path, which another file does not have', () => {
    expect(shelf.offer(file)).toBe(shelf.offer(file));
    expect(shelf.offer(`${file}2`)).not.toBe(shelf.offer(file));
  });

  it('may be read by the page of the window', async () => {
    const response = await fetch(address + shelf.offer(file), { headers: { origin: STUDIO_ORIGIN } });
    expect(response.headers.get('access-control-allow-origin')).toBe(STUDIO_ORIGIN);
    expect((await fetch(address + shelf.offer(file))).headers.get('access-control-allow-origin')).toBeNull();
  });

  it('is not there when it has been deleted', async () => {
    expect((await fetch(address + shelf.offer('/nowhere/at.all'))).status).toBe(404);
  });
});

describe('who has no ticket', () => {
  it.each([
    '/media/',
    '/media/AAAAAAAAAAAAAAAAAAAAAAAA',
    '/media/..%2f..%2fetc%2fpasswd',
    '/media/__proto__',
  ])('gets nothing at %s', async (path) => {
    expect((await fetch(address + path)).status).toBe(404);
  });

  it('is refused as a page of another origin, and under another host name', async () => {
    const path = shelf.offer(file);
    const evil = await fetch(address + path, { headers: { origin: 'https://evil.example' } });
    expect(evil.status).toBe(403);
    expect(await statusFor(address + path, 'evil.example')).toBe(403);
  });
});

/** `fetch` does not let the Host header be chosen. */
function statusFor(url: string, host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { headers: { host } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    asked.once('error', reject);
    asked.end();
  });
}
