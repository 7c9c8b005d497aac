import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { TakeQuery } from '#shared/contract/index.ts';
import { temporaryFolder } from '../../../scripts/testing/temporaryFolder.ts';
import { Workspace } from '../store/index.ts';
import { TAKE_FILES } from './takeFolder.ts';
import { TakeShelf } from './takeShelf.ts';
import { TakeWriter } from './takeWriter.ts';
import { numberedFrame, testHeader, testSubject } from './testing/recording.ts';

const everything: TakeQuery = {
  search: '',
  tag: null,
  minRating: 0,
  inTrash: false,
  order: 'startedAt',
  descending: true,
  offset: 0,
  limit: 100,
};

function openShelf(folder = temporaryFolder()) {
  const workspace = Workspace.open(folder);
  onTestFinished(() => workspace.close());
  return { workspace, shelf: new TakeShelf(workspace.takesFolder, workspace.takes) };
}

/** Records a second of somebody. */
async function record(takesFolder: string, takeNumber: number, subject = 'Ada'): Promise<string> {
  const writer = await TakeWriter.start(takesFolder, { ...testHeader, takeNumber });
  const number = writer.addSubject(testSubject(subject));
  for (let i = 0; i < 60; i++) if (i !== 30) writer.take(number, numberedFrame(i), i / 60);
  await writer.stop(1);
  return writer.takeId;
}

const names = (shelf: TakeShelf, query: Partial<TakeQuery> = {}): string[] =>
  shelf.page({ ...everything, ...query }).takes.map(({ name }) => name);

describe('the takes of a workspace', () => {
  it('are listed with what was recorded', async () => {
    const { workspace, shelf } = openShelf();
    const id = await record(workspace.takesFolder, 1);
    expect(await shelf.add(id)).toMatchObject({
      id,
      name: 'Monolog 1',
      slate: 'Monolog',
      takeNumber: 1,
      subjects: ['Ada'],
      tags: [],
      rating: 0,
      durationSeconds: 1,
      frames: 59,
      droppedFrames: 1,
      quality: expect.closeTo(59 / 60, 9),
      endReason: 'stopped',
      hasAudio: false,
      trashedAt: null,
    });
    expect(names(shelf)).toEqual(['Monolog 1']);
    expect((await shelf.open(id)).subjects[0]?.times.length).toBe(59);
  });

  it('are renamed, tagged, rated, noted and trimmed, and found by it', async () => {
    const { workspace, shelf } = openShelf();
    const id = await record(workspace.takesFolder, 1);
    await shelf.add(id);
    await shelf.add(await record(workspace.takesFolder, 2, 'Grace'));
    await shelf.change(id, { name: 'ÅPEN scene', tags: ['best', 'best', 'Smil'], rating: 4 });
    const changed = await shelf.change(id, {
      notes: 'Løft blikket',
      trim: { startSeconds: 0.2, endSeconds: 0.8 },
    });
    expect(changed).toMatchObject({
      tags: ['best', 'Smil'],
      rating: 4,
      trimStartSeconds: 0.2,
      trimEndSeconds: 0.8,
    });

    for (const search of ['åpen', 'LØFT', 'best ada', 'scene monolog smil']) {
      expect(names(shelf, { search })).toEqual(['ÅPEN scene']);
    }
    expect(names(shelf, { search: 'best grace' })).toEqual([]);
    expect(names(shelf, { tag: 'Smil' })).toEqual(['ÅPEN scene']);
    expect(names(shelf, { minRating: 4 })).toEqual(['ÅPEN scene']);
    expect(names(shelf, { minRating: 5 })).toEqual([]);
    expect(names(shelf, { order: 'name', descending: false })).toEqual(['Monolog 2', 'ÅPEN scene']);
    expect(shelf.tags()).toEqual([
      { tag: 'best', takes: 1 },
      { tag: 'Smil', takes: 1 },
    ]);
    expect(shelf.page({ ...everything, offset: 1, limit: 1 })).toMatchObject({ total: 2, takes: [{}] });
  });

  it('take no facts that are none', async () => {
    const { workspace, shelf } = openShelf();
    const id = await record(workspace.takesFolder, 1);
    await shelf.add(id);
    for (const wrong of [{ rating: 6 }, { name: ' ' }, { trim: { startSeconds: 2, endSeconds: 1 } }]) {
      await expect(shelf.change(id, wrong)).rejects.toMatchObject({ kind: 'usage' });
    }
    await expect(shelf.change('00000000-0000-4000-8000-000000000000', {})).rejects.toMatchObject({
      kind: 'usage',
    });
    expect(names(shelf)).toEqual(['Monolog 1']);
  });

  it('keep what a newer version has noted of them', async () => {
    const { workspace, shelf } = openShelf();
    const id = await record(workspace.takesFolder, 1);
    await shelf.add(id);
    const facts = join(shelf.folderOf(id), TAKE_FILES.facts);
    writeFileSync(facts, JSON.stringify({ rating: 2, mood: 'bright' }));
    await Promise.all([shelf.change(id, { notes: 'a' }), shelf.change(id, { tags: ['b'] })]);
    expect(JSON.parse(readFileSync(facts, 'utf8'))).toEqual({
      rating: 2,
      mood: 'bright',
      notes: 'a',
      tags: ['b'],
    });
  });

  it('are deleted to the trash, brought back, and deleted for good', async () => {
    const { workspace, shelf } = openShelf();
    const id = await record(workspace.takesFolder, 1);
    await shelf.add(id);
    await shelf.change(id, { tags: ['best'] });
    await expect(shelf.purge(id)).rejects.toMatchObject({ kind: 'usage' });

    expect((await shelf.trash(id)).trashedAt).not.toBeNull();
    expect(names(shelf)).toEqual([]);
    expect(names(shelf, { inTrash: true })).toEqual(['Monolog 1']);
    expect(shelf.tags()).toEqual([]);
    expect(existsSync(join(workspace.takesFolder, id))).toBe(false);

    await shelf.restore(id);
    expect(names(shelf, { tag: 'best' })).toEqual(['Monolog 1']);
    expect((await shelf.open(id)).end?.reason).toBe('stopped');

    await shelf.trash(id);
    const folder = shelf.folderOf(id);
    await shelf.purge(id);
    expect(existsSync(folder)).toBe(false);
    expect(names(shelf, { inTrash: true })).toEqual([]);
    expect(() => shelf.folderOf(id)).toThrow('no longer');
  });
});

describe('the index of takes', () => {
  it('is made anew from the folders where it is lost', async () => {
    const folder = temporaryFolder();
    const before = openShelf(folder);
    const takes = before.workspace.takesFolder;
    const first = await record(takes, 1);
    const second = await record(takes, 2);
    for (const id of [first, second]) await before.shelf.add(id);
    await before.shelf.change(first, { name: 'Renamed', tags: ['best'], rating: 3 });
    await before.shelf.trash(second);
    const listed = [...before.shelf.page(everything).takes];
    before.workspace.close();
    rmSync(join(folder, 'mimesis.db'));

    const { shelf } = openShelf(folder);
    expect(names(shelf)).toEqual([]);
    expect(await shelf.synchronise()).toEqual([]);
    expect(shelf.page(everything).takes).toEqual(listed);
    expect(names(shelf, { inTrash: true })).toEqual(['Monolog 2']);
  });

  it('follows what others do to the folders', async () => {
    const { workspace, shelf } = openShelf();
    const takes = workspace.takesFolder;
    const [gone, changed] = [await record(takes, 1), await record(takes, 2)];
    await shelf.synchronise();
    expect(names(shelf)).toHaveLength(2);

    rmSync(join(takes, gone), { recursive: true });
    writeFileSync(join(takes, changed, TAKE_FILES.facts), JSON.stringify({ name: 'Changed by hand' }));
    const copied = '11111111-1111-4111-8111-111111111111';
    cpSync(join(takes, changed), join(takes, copied), { recursive: true });
    await shelf.synchronise();
    expect(names(shelf)).toEqual(['Changed by hand', 'Changed by hand']);
    expect(shelf.folderOf(copied)).toBe(join(takes, copied));
  });

  it('tells of takes that cannot be read, and lists the others', async () => {
    const { workspace, shelf } = openShelf();
    const takes = workspace.takesFolder;
    const [broken, noted] = [await record(takes, 1), await record(takes, 2)];
    writeFileSync(join(takes, broken, TAKE_FILES.take), new Uint8Array(9000));
    writeFileSync(join(takes, noted, TAKE_FILES.facts), '{"rating": "many"}');
    const problems = await shelf.synchronise();
    expect(new Map(problems.map(({ takeId, error }) => [takeId, error.kind]))).toEqual(
      new Map([
        [broken, 'invalid_take'],
        [noted, 'invalid_take'],
      ]),
    );
    expect(names(shelf)).toEqual(['Monolog 2']);
    await expect(shelf.change(noted, { rating: 1 })).rejects.toMatchObject({ kind: 'invalid_take' });
  });
});
