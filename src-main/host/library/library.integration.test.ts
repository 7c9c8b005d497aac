import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import {
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  rmSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { glbOf, testAvatar } from '../../../scripts/testing/glb.ts';
import { runInNode } from '../../../scripts/testing/runInNode.ts';
import { requireSmallDisk } from '../../../scripts/testing/smallDisk.ts';
import { temporaryFolder } from '../../../scripts/testing/temporaryFolder.ts';
import { AvatarDesk } from './avatarDesk.ts';
import { LibraryShelf } from './libraryShelf.ts';
import { MIGRATIONS } from './migrations.ts';

let folder: string;
let shelf: LibraryShelf;
let desk: AvatarDesk;
let changes: number;

beforeEach(() => {
  folder = temporaryFolder();
  changes = 0;
  ({ shelf, desk } = openDesk(folder));
});

/** A desk of one host; several of one user may be open at once. */
function openDesk(at: string) {
  const opened = new LibraryShelf(at);
  onTestFinished(() => opened.close());
  return {
    shelf: opened,
    desk: new AvatarDesk({
      shelf: opened,
      offer: (file) => file,
      onChange: () => {
        changes += 1;
      },
    }),
  };
}

/** The library's database, as another program has it open. */
function openDatabase(): Database.Database {
  const database = new Database(join(folder, 'library.db'));
  onTestFinished(() => void database.close());
  return database;
}

/** Lets a step of SQLite fail, such as `BEFORE INSERT ON presets`. */
function failAt(step: string): void {
  openDatabase().exec(`CREATE TRIGGER refuse ${step} BEGIN SELECT RAISE(ABORT, 'not today'); END`);
}

const anna = testAvatar({
  meshes: { CC_Base_Body: ['Jaw_Open', 'V_Open', 'Mouth_Pucker_Up_L'], CC_Base_Tongue: ['Jaw_Open'] },
  joints: ['CC_Base_Hip', 'CC_Base_Head'],
});
const ben = testAvatar({ meshes: { Face: ['jawOpen', 'eyeBlinkLeft', 'browInnerUp'] } });

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

async function* chunksOf(bytes: Uint8Array, size = 100) {
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
}

const receive = (name: string, bytes: Uint8Array) => desk.receive(name, chunksOf(bytes));
const files = () => readdirSync(join(folder, 'avatars'));
const own = async () => (await desk.list()).avatars.filter(({ builtIn }) => !builtIn);

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

  it('leaves nothing of itself where its process dies before it is recorded', async () => {
    await desk.list();
    writeFileSync(join(folder, 'avatars', `${'0'.repeat(64)}.glb`), ben);
    await openDesk(folder).desk.list();
    expect(files()).toEqual([]);
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
    execFileSync('mkfifo', [pipe]);
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
    openDatabase().exec(`
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
    expect((await later.desk.receive('Anna', chunksOf(anna))).avatar).toEqual(avatar);
    expect(await readFile(path)).toEqual(Buffer.from(anna));
    expect(files()).toHaveLength(1);
  });
});

describe('what a newer version has written', () => {
  /** An avatar of a profile that this version does not know, with the file of another. */
  function addNewer(name: string, sha256: string): Database.Database {
    const database = openDatabase();
    database
      .prepare(
        `INSERT INTO avatar_configs (id, name, file_sha256, file_bytes, profile) VALUES (?, ?, ?, 1, 'cc6')`,
      )
      .run(randomUUID(), name, sha256);
    return database;
  }

  it('keeps the file that it shares', async () => {
    const { avatar, path } = await receive('Anna', anna);
    const sha256 = path.slice(-'.glb'.length - 64, -'.glb'.length);
    addNewer('Newer', sha256);
    await desk.remove(avatar.id);
    expect(files()).toEqual([`${sha256}.glb`]);
  });

  it('keeps its name', async () => {
    await desk.list();
    addNewer('Newer', 'a file');
    const { avatar } = await receive('Newer', anna);
    expect(avatar.name).toBe('Newer 2');
    await expect(desk.configure({ id: avatar.id, name: 'Newer' })).rejects.toMatchObject({
      kind: 'conflict',
    });
  });

  it('is said to be not shown', async () => {
    await desk.list();
    addNewer('Newer', 'a file');
    addNewer('Newest', 'a file');
    expect(await own()).toEqual([]);
    expect((await desk.list()).notice).toContain('cannot read it: 2 avatars.');
    openDatabase().exec(
      `INSERT INTO presets (id, kind, name, document) VALUES ('${randomUUID()}', 'emotion', 'New', '{}')`,
    );
    expect((await desk.list()).notice).toContain('2 avatars, 1 preset.');
  });

  it('stays among the settings of an avatar, which is shown without it', async () => {
    const { avatar } = await receive('Anna', anna);
    const database = openDatabase();
    database.exec(`UPDATE avatar_configs SET quality_settings = '{"level":"cinema"}', emotion_presets = '['`);
    expect((await desk.open(avatar.id)).config).toMatchObject({ qualitySettings: null, emotionPresets: {} });
    await desk.configure({ id: avatar.id, name: 'Anna B.', profile: 'arkit' });
    expect(database.prepare('SELECT * FROM avatar_configs').get()).toMatchObject({
      name: 'Anna B.',
      profile: 'arkit',
      quality_settings: '{"level":"cinema"}',
      emotion_presets: '[',
    });
    expect((await desk.list()).notice).toBeNull();
  });

  it('stays among the preferences, of which the others are changed', async () => {
    await desk.prefer({ enableEmotions: false, customMappings: { arkit: 'mine' } });
    const database = openDatabase();
    database.exec(`UPDATE user_preferences SET default_quality = 'ultra'`);
    expect(await desk.preferences()).toMatchObject({
      defaultQuality: 'full',
      enableEmotions: false,
      customMappings: { arkit: 'mine' },
    });
    await desk.prefer({ enableMicroExpressions: false });
    expect(database.prepare('SELECT * FROM user_preferences').get()).toMatchObject({
      default_quality: 'ultra',
      enable_emotions: 0,
      enable_micro_expressions: 0,
      custom_mappings: '{"arkit":"mine"}',
    });
  });
});

describe('preferences', () => {
  it('are the product’s own until they are set, and keep what is not named', async () => {
    expect(await desk.preferences()).toMatchObject({ defaultAvatar: 'default', enableEmotions: true });
    const { avatar } = await receive('Anna', anna);
    await desk.prefer({ defaultAvatar: avatar.id, enableEmotions: false });
    await desk.prefer({ defaultQuality: 'medium', customPresets: { visemes: 'mine' } });
    expect(await openDesk(folder).desk.preferences()).toEqual({
      defaultAvatar: avatar.id,
      defaultQuality: 'medium',
      enableEmotions: false,
      enableMicroExpressions: true,
      customMappings: {},
      customPresets: { visemes: 'mine' },
    });
  });

  it('go back to the default avatar when the preferred one is removed', async () => {
    const { avatar } = await receive('Anna', anna);
    await desk.prefer({ defaultAvatar: avatar.id });
    await desk.remove(avatar.id);
    expect((await desk.preferences()).defaultAvatar).toBe('default');
  });
});

describe('the library itself', () => {
  it('is set aside where it is damaged, and says so', async () => {
    await receive('Anna', anna);
    shelf.close();
    writeFileSync(join(folder, 'library.db'), 'this is no database, whatever its name says '.repeat(100));
    rmSync(join(folder, 'library.db-wal'), { force: true });
    const { avatars, notice } = await desk.list();
    expect(avatars.filter(({ builtIn }) => !builtIn)).toEqual([]);
    expect(notice).toMatch(/damaged.*library-damaged-\d{4}-.*\.db/);
    expect(readdirSync(folder).filter((name) => name.includes('damaged'))).toHaveLength(1);
    expect((await openDesk(folder).desk.list()).notice).toBeNull();
    // The files are still there: adding them again takes no second copy.
    expect(files()).toHaveLength(1);
    await receive('Anna', anna);
    expect(files()).toHaveLength(1);
  });

  it('is set aside once where several processes find it damaged', async () => {
    writeFileSync(join(folder, 'library.db'), 'this is no database, whatever its name says '.repeat(100));
    const writers = ['a', 'b', 'c', 'd'].map((writer) =>
      runInNode(join(import.meta.dirname, 'testing/addAvatars.ts'), [folder, writer, '1']),
    );
    expect(await Promise.all(writers)).toEqual([0, 0, 0, 0]);
    expect(readdirSync(folder).filter((name) => name.includes('damaged'))).toHaveLength(1);
    expect(await own()).toHaveLength(4);
  });

  it('is not touched where a newer version has written it', async () => {
    shelf.library.close();
    const database = new Database(join(folder, 'library.db'));
    database.pragma('user_version = 99');
    database.close();
    await expect(openDesk(folder).desk.list()).rejects.toMatchObject({ kind: 'library_newer' });
  });

  it('keeps what the first version of it held', async () => {
    const database = openDatabase();
    database.exec(MIGRATIONS[0] ?? '');
    database.pragma('user_version = 1');
    database.exec(
      `INSERT INTO user_preferences VALUES ('local', 'default', 'medium', 0, 1, '{"arkit":"mine"}')`,
    );
    expect(await desk.preferences()).toEqual({
      defaultAvatar: 'default',
      defaultQuality: 'medium',
      enableEmotions: false,
      enableMicroExpressions: true,
      customMappings: { arkit: 'mine' },
      customPresets: {},
    });
  });

  it('is asked again after it could not be opened', async () => {
    const place = join(folder, 'place');
    writeFileSync(place, 'a file where the folder should be');
    const late = openDesk(place);
    await expect(late.desk.list()).rejects.toMatchObject({ kind: 'io' });
    rmSync(place);
    expect((await late.desk.list()).notice).toBeNull();
  });

  it('tells when another process has changed it, and not when this one has', async () => {
    let told = 0;
    const watching = new LibraryShelf(folder, () => {
      told += 1;
    });
    onTestFinished(() => watching.close());
    watching.library.presets.importText(
      JSON.stringify({
        format: 'mimesis-preset',
        version: 1,
        kind: 'emotion',
        name: 'Proud',
        targets: {},
        transitionSeconds: 1,
      }),
    );
    await receive('Anna', anna);
    await expect.poll(() => told, { timeout: 5000 }).toBe(1);
  });

  it('takes no host down where it cannot be read any more', async () => {
    let told = 0;
    const watching = new LibraryShelf(folder, () => {
      told += 1;
    });
    onTestFinished(() => watching.close());
    expect(watching.library.avatars.list()).toEqual([]);
    await receive('Anna', anna);
    const other = new Database(join(folder, 'library.db'));
    other.pragma('wal_checkpoint(TRUNCATE)');
    other.close();
    const file = openSync(join(folder, 'library.db'), 'r+');
    writeSync(file, Buffer.alloc(100), 0, 100, 0);
    closeSync(file);
    // An error in a look would be nobody's to catch, and end this process.
    await setTimeout(1500);
    expect(watching.library.outsideVersion).toBeUndefined();
    expect(told).toBe(0);
  });

  it('stores nothing on a full disk, and goes on when there is room', async (context) => {
    const disk = requireSmallDisk(context, 2 * 2 ** 20);
    const small = openDesk(join(disk.folder, 'library'));
    await small.desk.list();
    disk.fill();
    await expect(small.desk.receive('Anna', chunksOf(anna))).rejects.toMatchObject({
      kind: 'disk_full',
      remedy: 'Free some space, then try it again.',
    });
    expect(readdirSync(join(disk.folder, 'library/avatars'))).toEqual([]);
    disk.clear();
    expect((await small.desk.receive('Anna', chunksOf(anna))).avatar.name).toBe('Anna');
  });

  it('is changed by several processes at once, and keeps what each has added', async () => {
    const writers = await Promise.all(
      ['a', 'b', 'c'].map((writer) =>
        runInNode(join(import.meta.dirname, 'testing/addAvatars.ts'), [folder, writer, '8']),
      ),
    );
    expect(writers).toEqual([0, 0, 0]);
    const names = (await own()).map(({ name }) => name);
    expect(names).toHaveLength(24);
    expect(new Set(names).size).toBe(24);
    // All added the same file, and one added and removed another all the while.
    expect(files()).toHaveLength(1);
    for (const avatar of await own()) expect(existsSync((await desk.open(avatar.id)).path)).toBe(true);
  });
});
