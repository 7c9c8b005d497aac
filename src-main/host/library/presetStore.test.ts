import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { allBuiltInPresets, PRESET_KINDS } from '#shared/face/index.ts';
import { temporaryFolder } from '../../../scripts/testing/temporaryFolder.ts';
import { Library } from './library.ts';
import type { PresetStore } from './presetStore.ts';

let folder = '';
let presets: PresetStore;

beforeEach(() => {
  folder = temporaryFolder();
  const library = Library.open(folder);
  onTestFinished(() => library.close());
  presets = library.presets;
});

const mine = {
  format: 'mimesis-preset',
  version: 1,
  kind: 'emotion',
  name: 'Proud',
  targets: { Mouth_Smile_L: 0.4, Mouth_Smile_R: 0.4 },
  transitionSeconds: 0.5,
};

const ownNames = () => presets.list('emotion').flatMap(({ builtIn, name }) => (builtIn ? [] : [name]));
const builtIn = () => {
  const preset = presets.list('emotion')[0];
  if (!preset?.builtIn) throw new Error('there is no built-in emotion');
  return preset;
};

describe('built-in presets', () => {
  it('are all there, of every kind that has some', () => {
    expect(presets.list(null)).toHaveLength(allBuiltInPresets().length);
    for (const kind of PRESET_KINDS) {
      expect(presets.list(kind)).toHaveLength(
        allBuiltInPresets().filter((preset) => preset.kind === kind).length,
      );
    }
  });

  it('are duplicated to be edited', () => {
    const { id, name, document } = builtIn();
    const copy = presets.duplicate(id);
    expect(copy).toMatchObject({ name: `${name} 2`, builtIn: false, version: 1 });
    expect(copy.document).toEqual({ ...document, name: `${name} 2` });
  });

  it('are not removed, and their names not taken', () => {
    const { id, name } = builtIn();
    expect(() => presets.remove(id)).toThrow('comes with the product');
    expect(() => presets.save({ ...mine, name }, null)).toThrow('is called');
  });
});

describe('a preset', () => {
  it('counts its edits', () => {
    const created = presets.save(mine, null);
    expect(created).toMatchObject({ kind: 'emotion', name: 'Proud', version: 1, builtIn: false });
    const edited = presets.save({ ...mine, name: 'Very proud', transitionSeconds: 1 }, created);
    expect(edited).toMatchObject({ id: created.id, name: 'Very proud', version: 2 });
    expect(presets.get(created.id)).toEqual(edited);
    expect(ownNames()).toEqual(['Very proud']);
  });

  it('loses no edit to another that knew nothing of it', () => {
    const created = presets.save(mine, null);
    presets.save({ ...mine, transitionSeconds: 1 }, created);
    expect(() => presets.save({ ...mine, transitionSeconds: 2 }, created)).toThrow('changed elsewhere');
    expect(presets.get(created.id).document).toMatchObject({ transitionSeconds: 1 });
  });

  it('is there once by its name among those of its kind', () => {
    presets.save(mine, null);
    expect(() => presets.save(mine, null)).toThrow(expect.objectContaining({ kind: 'conflict' }));
    const other = presets.save({ ...mine, name: 'Shy' }, null);
    expect(() => presets.save(mine, other)).toThrow('is called');
    expect(ownNames()).toEqual(['Proud', 'Shy']);
  });

  it('keeps its kind', () => {
    const created = presets.save(mine, null);
    const smoothing = presets.list('smoothing')[0]?.document;
    expect(() => presets.save({ ...smoothing, name: 'Mine' }, created)).toThrow('keeps its kind');
  });

  it('goes out as a text and comes in again', () => {
    const created = presets.save(mine, null);
    const text = presets.exportText(created.id);
    expect(presets.importText(text)).toMatchObject({ name: 'Proud 2', document: { targets: mine.targets } });
    presets.remove(created.id);
    expect(presets.importText(text)).toMatchObject({ name: 'Proud', document: mine });
    expect(() => presets.get(created.id)).toThrow('no longer in the library');
  });

  it.each([
    ['no JSON', '{', 'no JSON'],
    ['another JSON', '{"a":1}', 'kind'],
    ['a weight above 1', JSON.stringify({ ...mine, targets: { Jaw_Open: 2 } }), 'targets.Jaw_Open'],
    ['an unknown property', JSON.stringify({ ...mine, mood: 1 }), 'mood'],
  ])('is not made of %s', (_, text, message) => {
    const importing = () => presets.importText(text);
    expect(importing).toThrow(message);
    expect(importing).toThrow(expect.objectContaining({ kind: 'invalid_preset' }));
    expect(ownNames()).toEqual([]);
  });

  it('is refused where it would not fit into a message', () => {
    const targets = Object.fromEntries(
      Array.from({ length: 1500 }, (_, i) => [`A_target_whose_name_is_as_long_as_names_may_be_${i}`, 0.5]),
    );
    expect(() => presets.save({ ...mine, targets }, null)).toThrow(/KB long; at most 48 KB/);
  });

  it('has a name with a number that is still short enough', () => {
    presets.save({ ...mine, name: 'x'.repeat(80) }, null);
    const [created] = presets.list('emotion').filter((preset) => !preset.builtIn);
    expect(presets.duplicate(created?.id ?? '').name).toMatch(/^x+ 2$/);
  });

  it('of a newer version is left alone', () => {
    presets.save(mine, null);
    const database = new Database(join(folder, 'library.db'));
    database.exec(
      `INSERT INTO presets (id, kind, name, document) VALUES ('${randomUUID()}', 'emotion', 'New', '{}')`,
    );
    expect(ownNames()).toEqual(['Proud']);
    // Its name is taken all the same.
    expect(presets.importText(JSON.stringify({ ...mine, name: 'New' })).name).toBe('New 2');
    expect(() => presets.save({ ...mine, name: 'New' }, null)).toThrow('is called');
    expect(database.prepare('SELECT count(*) AS count FROM presets').get()).toEqual({ count: 3 });
    database.close();
  });
});
