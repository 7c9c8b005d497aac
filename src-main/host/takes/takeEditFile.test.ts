import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_EDIT, type TakeEdit } from '#shared/contract/index.ts';
import { anyLayer } from '../../../scripts/testing/editArbitraries.ts';
import { temporaryFolder } from '../../../scripts/testing/temporaryFolder.ts';
import { readEdit, writeEdit } from './takeEditFile.ts';
import { TAKE_FILES } from './takeFolder.ts';

const offset: TakeEdit = {
  version: 1,
  layers: [
    {
      id: 'a',
      kind: 'offset',
      isOn: true,
      subject: 0,
      channels: ['jawOpen'],
      range: null,
      strength: 1,
      amount: 0.2,
    },
  ],
};

function folderWith(content: string) {
  const folder = temporaryFolder();
  const file = join(folder, TAKE_FILES.edit);
  writeFileSync(file, content);
  return { folder, file };
}

describe('the edit of a take', () => {
  it('has no layers at first, and no file where it has none', async () => {
    const folder = temporaryFolder();
    expect(await readEdit(folder)).toEqual({ edit: NO_EDIT, revision: '' });
    const revision = await writeEdit(folder, offset, '');
    expect(readdirSync(folder)).toEqual([TAKE_FILES.edit]);
    expect(await writeEdit(folder, NO_EDIT, revision)).toBe('');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is read as it was written', async () => {
    const folder = temporaryFolder();
    let revision = '';
    const layers = fc.uniqueArray(anyLayer, { maxLength: 5, selector: ({ id }) => id });
    await fc.assert(
      fc.asyncProperty(layers, async (some) => {
        revision = await writeEdit(folder, { version: 1, layers: some }, revision);
        const read = await readEdit(folder);
        expect(read.revision).toBe(revision);
        // JSON has no -0.
        expect(JSON.stringify(read.edit)).toBe(JSON.stringify({ version: 1, layers: some }));
      }),
      { numRuns: 20 },
    );
  });

  it('is replaced by whoever knows it only, so that nobody replaces what another has made', async () => {
    const folder = temporaryFolder();
    const revision = await writeEdit(folder, offset, '');
    const other = { ...offset, layers: offset.layers.map((layer) => ({ ...layer, isOn: false })) };
    for (const stale of ['', 'another']) {
      await expect(writeEdit(folder, other, stale)).rejects.toMatchObject({ kind: 'conflict' });
    }
    expect((await readEdit(folder)).edit).toEqual(offset);
    const newer = await writeEdit(folder, other, revision);
    expect(newer).not.toBe(revision);
    // Whose answer was lost on the way.
    expect(await writeEdit(folder, other, revision)).toBe(newer);
  });

  it('keeps what a newer program has noted in it', async () => {
    const noted = { ...offset, author: 'Ada', layers: [{ ...offset.layers[0], colour: 'red' }] };
    const { folder, file } = folderWith(JSON.stringify(noted));
    const { edit, revision } = await readEdit(folder);
    await writeEdit(folder, edit, revision);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(noted);
  });

  it.each([
    ['{"version": 1, "layers": [', 'damaged'],
    ['{"layers": []}', 'damaged'],
    [JSON.stringify({ ...offset, layers: [{ ...offset.layers[0], amount: 'much' }] }), 'damaged'],
    ['{"version": 2, "layers": [{"kind": "magic"}]}', 'newer version'],
  ])(
    'that cannot be read is told of, and is kept when another takes its place: %s',
    async (content, words) => {
      const { folder, file } = folderWith(content);
      await expect(readEdit(folder)).rejects.toMatchObject({
        kind: 'invalid_take',
        message: expect.stringContaining(words),
      });
      expect(existsSync(file)).toBe(true);
      await writeEdit(folder, offset, '');
      expect((await readEdit(folder)).edit).toEqual(offset);
      expect(readFileSync(join(folder, TAKE_FILES.unreadableEdit), 'utf8')).toBe(content);
    },
  );
});
