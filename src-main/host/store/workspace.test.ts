import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { temporaryFolder } from '../../../scripts/testing/temporaryFolder.ts';
import { openDatabase } from './database.ts';
import { MIGRATIONS } from './migrations.ts';
import { Workspace } from './workspace.ts';

function open(folder: string): Workspace {
  const workspace = Workspace.open(folder);
  onTestFinished(() => workspace.close());
  return workspace;
}

const versionOf = (file: string): unknown => {
  const database = new Database(file, { readonly: true });
  const version = database.pragma('user_version', { simple: true });
  database.close();
  return version;
};

describe('a workspace', () => {
  it('is made where there is none, and keeps its jobs when it is opened again', () => {
    const folder = join(temporaryFolder(), 'new', 'workspace');
    const first = Workspace.open(folder);
    first.clips.storeAll([{ word: 'hei', path: '/hei.mp4', filename: 'hei.mp4', file: { kind: 'missing' } }]);
    first.close();
    expect(open(folder).jobs.unsuccessful()).toMatchObject([{ word: 'hei', status: 'missing_file' }]);
  });

  it('is held by one writer at a time', () => {
    const folder = temporaryFolder();
    const first = Workspace.open(folder);
    expect(() => Workspace.open(folder)).toThrow(
      expect.objectContaining({
        kind: 'workspace_locked',
        message: expect.stringContaining(`${process.pid}`),
      }),
    );
    first.close();
    open(folder);
  });

  it('cannot be where a file is', () => {
    const path = join(temporaryFolder(), 'file');
    writeFileSync(path, '');
    expect(() => Workspace.open(path)).toThrow(expect.objectContaining({ kind: 'io' }));
  });

  it('is not opened with a damaged database, and is not locked by the attempt', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'mimesis.db'), 'no database '.repeat(100));
    for (let attempt = 0; attempt < 2; attempt++) {
      expect(() => Workspace.open(folder)).toThrow(expect.objectContaining({ kind: 'io' }));
    }
  });
});

describe("a workspace's database", () => {
  it('is brought from any earlier version to the newest, and is left alone there', () => {
    const folder = temporaryFolder();
    for (const version of MIGRATIONS.keys()) {
      const file = join(folder, `from-${version}.db`);
      const old = new Database(file);
      for (const script of MIGRATIONS.slice(0, version)) old.exec(script);
      old.pragma(`user_version = ${version}`);
      old.close();
      openDatabase(file).close();
      expect(versionOf(file)).toBe(MIGRATIONS.length);
      openDatabase(file).close();
      expect(versionOf(file)).toBe(MIGRATIONS.length);
    }
  });

  it('is refused, and not touched, when a newer version has written it', () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'tracks'));
    const file = join(folder, 'mimesis.db');
    const database = openDatabase(file);
    database.pragma(`user_version = ${MIGRATIONS.length + 1}`);
    database.close();
    const before = readFileSync(file);
    expect(() => Workspace.open(folder)).toThrow(expect.objectContaining({ kind: 'workspace_newer' }));
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it('keeps rows through a power cut, and refuses a clip without its video', () => {
    const database = openDatabase(join(temporaryFolder(), 'mimesis.db'));
    onTestFinished(() => {
      database.close();
    });
    expect(database.pragma('journal_mode', { simple: true })).toBe('wal');
    expect(database.pragma('synchronous', { simple: true })).toBe(2);
    expect(() => database.exec("INSERT INTO clips (id, video_id, word) VALUES ('a', 'none', 'hei')")).toThrow(
      'FOREIGN KEY',
    );
  });
});
