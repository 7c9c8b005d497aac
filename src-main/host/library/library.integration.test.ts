import { randomUUID } from 'node:crypto';
import { closeSync, existsSync, openSync, readdirSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { runInNode } from '../../../scripts/testing/runInNode.ts';
import { requireSmallDisk } from '../../../scripts/testing/smallDisk.ts';
import { temporaryFolder } from '../../../scripts/testing/temporaryFolder.ts';
import { lockFile } from '../sqlite/index.ts';
import { LibraryShelf } from './libraryShelf.ts';
import { MIGRATIONS } from './migrations.ts';
import { anna, type OpenedDesk, openDatabase, openDesk } from './testing/openDesk.ts';

let folder: string;
let shelf: OpenedDesk['shelf'];
let desk: OpenedDesk['desk'];
let receive: OpenedDesk['receive'];
let own: OpenedDesk['own'];

beforeEach(() => {
  folder = temporaryFolder();
  ({ shelf, desk, receive, own } = openDesk(folder));
});

const files = () => readdirSync(join(folder, 'avatars'));

describe('what a newer version has written', () => {
  /** An avatar of a profile that this version does not know, with the file of another. */
  function addNewer(name: string, sha256: string): Database.Database {
    const database = openDatabase(folder);
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
    openDatabase(folder).exec(
      `INSERT INTO presets (id, kind, name, document) VALUES ('${randomUUID()}', 'emotion', 'New', '{}')`,
    );
    expect((await desk.list()).notice).toContain('2 avatars, 1 preset.');
  });

  it('stays among the settings of an avatar, which is shown without it', async () => {
    const { avatar } = await receive('Anna', anna);
    const database = openDatabase(folder);
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
    const database = openDatabase(folder);
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

  it('is opened by one process at a time, so that none sets aside what another has just begun', async () => {
    const release = lockFile(join(folder, 'library.db-opening'), 0);
    onTestFinished(release);
    await expect(openDesk(folder).desk.list()).rejects.toMatchObject({ kind: 'io' });
  });

  it('is not touched where a newer version has written it', async () => {
    shelf.library.close();
    const database = new Database(join(folder, 'library.db'));
    database.pragma('user_version = 99');
    database.close();
    await expect(openDesk(folder).desk.list()).rejects.toMatchObject({ kind: 'library_newer' });
  });

  it('keeps what the first version of it held', async () => {
    const database = openDatabase(folder);
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
    await expect.poll(() => told).toBe(1);
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
    await expect(small.receive('Anna', anna)).rejects.toMatchObject({
      kind: 'disk_full',
      remedy: 'Free some space, then try it again.',
    });
    expect(readdirSync(join(disk.folder, 'library/avatars'))).toEqual([]);
    disk.clear();
    expect((await small.receive('Anna', anna)).avatar.name).toBe('Anna');
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
