import { readdirSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { STUDIO_ORIGIN } from '#shared/bridge/index.ts';
import { errorInfoSchema, MAX_AVATAR_BYTES, openedAvatarSchema } from '#shared/contract/index.ts';
import { testAvatar } from '../../../scripts/testing/glb.ts';
import { refusingHandlers } from '../../../scripts/testing/refusingHandlers.ts';
import { temporaryFolder } from '../../../scripts/testing/temporaryFolder.ts';
import { AvatarDesk, LibraryShelf } from '../library/index.ts';
import { MediaShelf } from './media.ts';
import { createServer } from './server.ts';

const TOKEN = 'a-secret';
const bearer = { authorization: `Bearer ${TOKEN}` };
const avatar = testAvatar({ meshes: { Face: ['jawOpen', 'eyeBlinkLeft'] } });

let address = '';
let folder = '';

beforeEach(async () => {
  folder = temporaryFolder();
  const library = new LibraryShelf(folder);
  const shelf = new MediaShelf();
  const desk = new AvatarDesk({ shelf: library, offer: (file) => shelf.offer(file), onChange: () => {} });
  const { http } = await createServer({
    token: TOKEN,
    studioFolder: '/nowhere',
    shelf,
    receiveAvatar: (name, chunks) => desk.receive(name, chunks),
    handlers: refusingHandlers,
    uploads: {},
  });
  onTestFinished(async () => {
    await http.close();
    library.close();
  });
  address = await http.listen({ host: '127.0.0.1', port: 0 });
});

const send = (
  body: Uint8Array<ArrayBuffer>,
  headers: Record<string, string> = bearer,
  query = '?name=Anna',
) => fetch(`${address}/avatars${query}`, { method: 'POST', headers, body });

const files = () => {
  try {
    return readdirSync(join(folder, 'avatars'));
  } catch {
    return [];
  }
};

describe('an avatar that a studio sends', () => {
  it('is taken in, and can be read at once', async () => {
    const response = await send(
      avatar,
      { ...bearer, 'content-type': 'model/gltf-binary' },
      '?name=Anna%20%C3%A6',
    );
    expect(response.status).toBe(200);
    const opened = openedAvatarSchema.parse(await response.json());
    expect(opened.avatar).toMatchObject({ name: 'Anna æ', profile: 'arkit' });
    const read = await fetch(address + opened.path);
    expect(read.headers.get('content-type')).toBe('model/gltf-binary');
    expect(new Uint8Array(await read.arrayBuffer())).toEqual(avatar);
  });

  it.each([
    ['a broken one', avatar.slice(0, 100), 422, 'cut off'],
    ['one without morphs', testAvatar({ meshes: { Body: [] } }), 422, 'no morph targets'],
    ['something else', new TextEncoder().encode('{"a":1}'), 422, 'no GLB'],
    ['nothing', new Uint8Array(), 422, 'no GLB'],
  ])('is refused as %s, and leaves nothing', async (_, body, status, message) => {
    const response = await send(body, { ...bearer, 'content-type': 'application/json' });
    expect(response.status).toBe(status);
    const { kind, message: said, remedy } = errorInfoSchema.parse(await response.json());
    expect(kind).toBe('invalid_avatar');
    expect(said).toContain(message);
    expect(remedy).toBeDefined();
    expect(files()).toEqual([]);
  });

  it('is refused as too large before it is read, where it says so', async () => {
    const answer = await begin({ ...bearer, 'content-length': String(MAX_AVATAR_BYTES + 1) }, []);
    expect(answer).toEqual({ status: 413, kind: 'too_large' });
    expect(files()).toEqual([]);
  });

  it('is refused as too large when it turns out to be, and leaves nothing', async () => {
    const block = Buffer.alloc(32 * 2 ** 20);
    const answer = await begin({ ...bearer, 'transfer-encoding': 'chunked' }, Array(17).fill(block));
    expect(answer).toEqual({ status: 413, kind: 'too_large' });
    expect(files()).toEqual([]);
  });

  it('leaves nothing where the studio goes away in the middle', async () => {
    const asked = request(`${address}/avatars`, {
      method: 'POST',
      headers: { ...bearer, 'content-length': String(avatar.length) },
    });
    asked.on('error', () => {
      // It was cut on purpose.
    });
    asked.write(avatar.subarray(0, 100));
    await expect.poll(files).toHaveLength(1);
    asked.destroy();
    await expect.poll(files).toEqual([]);
  });
});

describe('who may send avatars', () => {
  it.each([
    ['nobody without the token', {}],
    ['nobody with another token', { authorization: 'Bearer another' }],
  ])('is %s', async (_, headers) => {
    expect((await send(avatar, headers)).status).toBe(401);
    expect(files()).toEqual([]);
  });

  it('is no page of another origin, token or not', async () => {
    expect((await send(avatar, { ...bearer, origin: 'https://evil.example' })).status).toBe(403);
    const asking = await fetch(`${address}/avatars`, {
      method: 'OPTIONS',
      headers: { origin: 'https://evil.example', 'access-control-request-method': 'POST' },
    });
    expect(asking.status).toBe(403);
  });

  it('is the page of the window, which asks first', async () => {
    const asking = await fetch(`${address}/avatars`, {
      method: 'OPTIONS',
      headers: { origin: STUDIO_ORIGIN, 'access-control-request-method': 'POST' },
    });
    expect(asking.status).toBe(204);
    expect(asking.headers.get('access-control-allow-headers')).toContain('authorization');
    const response = await send(avatar, { ...bearer, origin: STUDIO_ORIGIN });
    expect(response.headers.get('access-control-allow-origin')).toBe(STUDIO_ORIGIN);
    // A refusal must be readable there as well.
    const refused = await send(avatar, { origin: STUDIO_ORIGIN });
    expect(refused.headers.get('access-control-allow-origin')).toBe(STUDIO_ORIGIN);
  });

  it('reaches no file by a name', async () => {
    for (const name of ['../../evil', '..%2F..%2Fevil', '/etc/passwd', '..\\evil']) {
      expect((await send(avatar, bearer, `?name=${name}`)).status).toBe(200);
    }
    expect(files()).toEqual([expect.stringMatching(/^[0-9a-f]{64}\.glb$/)]);
  });
});

/** Sends blocks as they are taken, and reads the answer whenever it comes. */
function begin(
  headers: Record<string, string>,
  blocks: readonly Buffer[],
): Promise<{ status: number | undefined; kind: string }> {
  return new Promise((resolve, reject) => {
    let isAnswered = false;
    const asked = request(`${address}/avatars`, { method: 'POST', headers }, async (response) => {
      isAnswered = true;
      let text = '';
      for await (const chunk of response.setEncoding('utf8')) text += chunk;
      resolve({ status: response.statusCode, kind: errorInfoSchema.parse(JSON.parse(text)).kind });
      asked.destroy();
    });
    asked.on('error', (error) => {
      // After its answer the host reads no more.
      if (!isAnswered) reject(error);
    });
    asked.flushHeaders();
    for (const block of blocks) asked.write(block);
    if (blocks.length > 0) asked.end();
  });
}
