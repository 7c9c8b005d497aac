import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { CHILD_LIMIT } from '../../../scripts/testing/childLimit.ts';
import { glbOf, testAvatar } from '../../../scripts/testing/glb.ts';
import { temporaryFolder } from '../../../scripts/testing/temporaryFolder.ts';
import { anna, ben, type OpenedDesk, openDatabase, openDesk } from './testing/openDesk.ts';

let folder: string;
let changes: number;
let desk: OpenedDesk['desk'];
let receive: OpenedDesk['receive'];
let own: OpenedDesk['own'];

beforeEach(() => {
  folder = temporaryFolder();
  changes = 0;
  ({ desk, receive, own } = openDesk(folder, () => {
    changes += 1;
  }));
});

const files = () => readdirSync(join(folder, 'avatars'));

/** Lets a step of SQLite fail, such as `BEFORE INSERT ON presets`. */
function failAt(step: string): void {
  openDatabase(folder).exec(`CREATE TRIGGER refuse ${step} BEGIN SELECT RAISE(ABORT, 'not today'); END`);
}

/** A document whose one mesh and morph target lie in the 36 bytes of `shape`. */
const face = {
  asset: { version: '2.0' },
  meshes: [
    {
      primitives: [{ attributes: { POSITION: 0 }, targets: [{ POSITION: 0 }] }],
      extras: { targetNames: ['jawOpen'] },
    },
  ],
  accessors: [{ bufferView: 0, componentType: 5126, type: 'VEC3', count: 3 }],
  bufferViews: [{ buffer: 0, byteLength: 36 }],
  buffers: [{ byteLength: 36 }],
};
const shape = new Uint8Array(36);

describe('an avatar that is added', () => {
  it('is in the library, recognised, with its file', async () => {
    const { avatar, face, skeleton, path } = await receive('Anna', anna);
    expect(avatar).toMatchObject({
      name: 'Anna',
      profile: 'cc4_extended',
      bytes: anna.length,
      builtIn: false,
    });
    expect(face.aliases['Jaw_Open']).toEqual(['Jaw_Open']);
    expect(skeleton.bones).toEqual({ pelvis: 'CC_Base_Hip', head: 'CC_Base_Head' });
    expect(files()).toEqual([path.slice(folder.length + '/avatars/'.length)]);
    expect(await own()).toEqual([avatar]);
    expect(changes).toBe(1);
  });

  it('is one file however often it is added', async () => {
    const first = await receive('Anna', anna);
    expect((await receive('Anna', anna)).avatar).toEqual(first.avatar);
    expect((await receive('Anna at work', anna)).path).toBe(first.path);
    expect(await own()).toHaveLength(2);
    expect(files()).toHaveLength(1);
  });

  it('gets a number where another one has its name', async () => {
    await receive('Anna', anna);
    expect((await receive('Anna', ben)).avatar.name).toBe('Anna 2');
  });

  it.each(['', '   ', 'two\nlines', 'x'.repeat(300)])(
    'has a name of its own in place of "%s"',
    async (name) => {
      expect((await receive(name, anna)).avatar.name).toBe('Avatar');
    },
  );

  it('is copied from where it lies', async () => {
    const file = join(folder, '../Ben æøå 100%.glb');
    writeFileSync(file, ben);
    onTestFinished(() => rmSync(file));
    const { avatar } = await desk.importFile(file);
    expect(avatar).toMatchObject({ name: 'Ben æøå 100%', profile: 'arkit' });
  });

  it('leaves nothing of itself where it is refused', async () => {
    const refusals: [Uint8Array, string][] = [
      [new TextEncoder().encode('Kaydara FBX Binary  '), 'no GLB'],
      [anna.subarray(0, anna.length - 10), 'cut off'],
      [testAvatar({ meshes: { Body: [] } }), 'no morph targets'],
      [glbOf({ ...face, buffers: [{ byteLength: 1e9 }] }, shape), 'binary part is shorter'],
      [
        glbOf({ ...face, buffers: [{ byteLength: 36, uri: 'face.bin' }] }),
        'face.bin, is not in its binary part',
      ],
      [
        glbOf({ ...face, images: [{ uri: 'data:image/png;base64,AAAA' }] }, shape),
        'data:image/png, is not in',
      ],
      [new Uint8Array(), 'no GLB'],
    ];
    for (const [bytes, message] of refusals) {
      const refused = receive('Anna', bytes);
      await expect(refused).rejects.toMatchObject({ kind: 'invalid_avatar', remedy: expect.any(String) });
      await expect(refused).rejects.toThrow(message);
    }
    expect(files()).toEqual([]);
    expect(await own()).toEqual([]);
    expect(changes).toBe(0);
  });

  it('may not have more than 500 MB', async () => {
    const block = new Uint8Array(64 * 2 ** 20);
    let sent = 0;
    async function* endless() {
      for (;;) {
        sent += 1;
        yield block;
      }
    }
    await expect(desk.receive('Anna', endless())).rejects.toMatchObject({ kind: 'too_large' });
    expect(sent).toBe(8);
    expect(files()).toEqual([]);
  });

  it('leaves nothing of itself where its sender goes away', async () => {
    async function* broken() {
      yield anna.subarray(0, 50);
      throw new Error('aborted');
    }
    await expect(desk.receive('Anna', broken())).rejects.toMatchObject({ kind: 'io' });
    expect(files()).toEqual([]);
  });

  it('leaves nothing of itself where it cannot be recorded', async () => {
    const { path } = await receive('Anna', anna);
    failAt('BEFORE INSERT ON avatar_configs');
    await expect(receive('Ben', ben)).rejects.toMatchObject({ kind: 'io' });
    // This file is another avatar's as well.
    await expect(receive('Anna at work', anna)).rejects.toMatchObject({ kind: 'io' });
    expect(files()).toEqual([basename(path)]);
  });

  it('says so where there is no such file, or a folder', async () => {
    await expect(desk.importFile(join(folder, 'no.glb'))).rejects.toMatchObject({
      kind: 'missing_file',
      remedy: expect.not.stringContaining('again'),
    });
    await expect(desk.importFile(folder)).rejects.toMatchObject({ kind: 'not_a_file' });
  });

  it.skipIf(process.platform === 'win32')('is no pipe, which would be waited for', async () => {
    const pipe = join(folder, 'pipe.glb');
    execFileSync('mkfifo', [pipe], CHILD_LIMIT);
    const imports = Array.from({ length: 8 }, () => desk.importFile(pipe));
    const outcomes = await Promise.allSettled(imports);
    for (const outcome of outcomes) {
      expect(outcome).toMatchObject({ status: 'rejected', reason: { kind: 'not_a_file' } });
    }
    expect(await readFile(import.meta.filename)).not.toHaveLength(0);
  });

  it('is looked through before it is copied', async () => {
    const file = join(folder, 'still.glb');
    writeFileSync(file, testAvatar({ meshes: { Body: [] } }));
    // Nothing can be copied to this library.
    const place = join(folder, 'place');
    writeFileSync(place, 'a file where the folder should be');
    await expect(openDesk(place).desk.importFile(file)).rejects.toMatchObject({ kind: 'invalid_avatar' });
  });
});

describe('an avatar of the library', () => {
  it('keeps what its user has set, in every workspace', async () => {
    const { avatar } = await receive('Anna', anna);
    const changed = await desk.configure({
      id: avatar.id,
      name: 'Anna B.',
      morphMappings: { V_Open: ['Mouth_Pucker_Up_L'] },
      emotionPresets: { happy: 'emotion:Happy' },
      qualitySettings: { level: 'high', automatic: true, targetFps: 30 },
    });
    expect(changed.face.aliases['V_Open']).toEqual(['Mouth_Pucker_Up_L']);
    expect(changed.face.missing).toContain('Mouth_Pucker_Up_L');
    const other = openDesk(folder);
    expect(await other.desk.open(avatar.id)).toEqual(changed);
    await other.desk.configure({ id: avatar.id, morphMappings: {} });
    expect((await desk.open(avatar.id)).config).toMatchObject({ emotionPresets: { happy: 'emotion:Happy' } });
  });

  it('is read by another profile where its user says so', async () => {
    const { avatar } = await receive('Anna', anna);
    const { face } = await desk.configure({ id: avatar.id, profile: 'arkit' });
    expect(face).toMatchObject({ profile: 'arkit', aliases: { jawOpen: ['Jaw_Open'] } });
  });

  it('does not take the name of another', async () => {
    await receive('Anna', anna);
    const { avatar } = await receive('Ben', ben);
    await expect(desk.configure({ id: avatar.id, name: 'Anna' })).rejects.toMatchObject({ kind: 'conflict' });
  });

  it('takes its file along when it goes, unless another one has it', async () => {
    const first = await receive('Anna', anna);
    const second = await receive('Anna 2', anna);
    await desk.remove(first.avatar.id);
    expect(files()).toHaveLength(1);
    await desk.remove(second.avatar.id);
    expect(files()).toEqual([]);
    await expect(desk.open(first.avatar.id)).rejects.toMatchObject({ kind: 'usage' });
  });

  it('keeps its file where its removal cannot be recorded', async () => {
    const { avatar } = await receive('Anna', anna);
    // Fails no sooner than the transaction is to be committed.
    openDatabase(folder).exec(`
      CREATE TABLE nowhere (id TEXT PRIMARY KEY);
      CREATE TABLE gone (id TEXT REFERENCES nowhere(id) DEFERRABLE INITIALLY DEFERRED);
      CREATE TRIGGER refuse AFTER DELETE ON avatar_configs BEGIN INSERT INTO gone VALUES (old.id); END`);
    await expect(desk.remove(avatar.id)).rejects.toMatchObject({ kind: 'io' });
    expect(existsSync((await desk.open(avatar.id)).path)).toBe(true);
  });

  it('says so where its file has gone', async () => {
    const { avatar, path } = await receive('Anna', anna);
    rmSync(path);
    await expect(desk.open(avatar.id)).rejects.toMatchObject({
      kind: 'missing_file',
      remedy: 'Add the avatar again.',
    });
    expect(await own()).toHaveLength(1);
    await receive('Anna', anna);
    expect((await desk.open(avatar.id)).path).toBe(path);
  });
});

describe('an avatar whose file has been damaged', () => {
  it('is whole again when it is added again', async () => {
    const { avatar, path } = await receive('Anna', anna);
    truncateSync(path, 100);
    const later = openDesk(folder);
    await expect(later.desk.open(avatar.id)).rejects.toThrow('cut off');
    expect((await later.receive('Anna', anna)).avatar).toEqual(avatar);
    expect(await readFile(path)).toEqual(Buffer.from(anna));
    expect(files()).toHaveLength(1);
  });
});
