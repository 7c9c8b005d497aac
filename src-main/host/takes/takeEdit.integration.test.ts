import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { NO_EDIT, type TakeEdit } from '#shared/contract/index.ts';
import { createLayer } from '#shared/takeEdit/index.ts';
import { startStudio } from '../../../scripts/testing/startStudio.ts';
import { temporaryFolder } from '../../../scripts/testing/temporaryFolder.ts';
import { TAKE_FILES } from './takeFolder.ts';

const edit: TakeEdit = {
  version: 1,
  layers: [
    createLayer('smooth', {
      id: 'a',
      subject: 0,
      channels: ['jawOpen'],
      range: { fromSeconds: 0, toSeconds: 2 },
    }),
    createLayer('blinks', { id: 'b', subject: 0, channels: [], range: null }),
  ],
};

/** A studio with one take, in which nobody was heard. */
async function studioWithTake(workspaceFolder = join(temporaryFolder(), 'workspace')) {
  const studio = await startStudio({ workspaceFolder });
  await studio.ask('capture.arm', {});
  const { recording } = await studio.ask('recording.start', { slate: 'A', takeNumber: 1 });
  await studio.ask('recording.stop', {});
  const id = recording?.takeId ?? '';
  return { ...studio, id, file: (name: string) => join(studio.takesFolder, id, name), workspaceFolder };
}

describe("a take's edit", () => {
  it('is there tomorrow, while the recording stays as it was', async () => {
    const { ask, id, file, close, workspaceFolder } = await studioWithTake();
    const hash = () =>
      createHash('sha256')
        .update(readFileSync(file(TAKE_FILES.take)))
        .digest('hex');
    const before = hash();
    expect((await ask('take.edit.read', { id })).edit).toEqual(NO_EDIT);
    await ask('take.edit.write', { id, edit, revision: '' });
    expect(hash()).toBe(before);
    await close();

    const next = await startStudio({ workspaceFolder });
    expect((await next.ask('take.edit.read', { id })).edit).toEqual(edit);
  });

  it('goes into the trash with the take, and comes back', async () => {
    const { ask, id } = await studioWithTake();
    await ask('take.edit.write', { id, edit, revision: '' });
    await ask('take.trash', { id });
    expect((await ask('take.edit.read', { id })).edit).toEqual(edit);
    await ask('take.restore', { id });
    expect((await ask('take.edit.read', { id })).edit).toEqual(edit);
  });

  it('that is damaged is told of in plain words, and the take is listed all the same', async () => {
    const { ask, id, file } = await studioWithTake();
    writeFileSync(file(TAKE_FILES.edit), '{');
    await expect(ask('take.edit.read', { id })).rejects.toMatchObject({
      kind: 'invalid_take',
      message: expect.stringContaining('damaged'),
    });
    await ask('take.edit.write', { id, edit, revision: '' });
    expect((await ask('take.edit.read', { id })).edit).toEqual(edit);
  });

  it('is refused where another window has edited the take meanwhile, and every window hears of it', async () => {
    const { ask, id, heard } = await studioWithTake();
    const { revision } = await ask('take.edit.write', { id, edit, revision: '' });
    expect(heard()).toContain('take_edit_changed');
    await expect(ask('take.edit.write', { id, edit: NO_EDIT, revision: '' })).rejects.toMatchObject({
      kind: 'conflict',
    });
    expect(await ask('take.edit.read', { id })).toEqual({ edit, revision });
  });

  it('is told of in the list of takes, also when it came while the list was not looked at', async () => {
    const { ask, id, file, close, workspaceFolder } = await studioWithTake();
    const isListedAsEdited = async (studio: { ask: typeof ask }) =>
      (await studio.ask('take.open', { id })).take.isEdited;
    const { revision } = await ask('take.edit.write', { id, edit, revision: '' });
    expect(await isListedAsEdited({ ask })).toBe(true);
    await ask('take.edit.write', { id, edit: NO_EDIT, revision });
    expect(await isListedAsEdited({ ask })).toBe(false);
    await close();
    writeFileSync(file(TAKE_FILES.edit), JSON.stringify(edit));
    expect(await isListedAsEdited(await startStudio({ workspaceFolder }))).toBe(true);
  });

  it('is refused where it is none, or its take is gone', async () => {
    const { ask, id } = await studioWithTake();
    const twice = { ...edit, layers: [edit.layers[0], edit.layers[0]].flatMap((layer) => layer ?? []) };
    await expect(ask('take.edit.write', { id, edit: twice, revision: '' })).rejects.toMatchObject({
      kind: 'usage',
    });
    const gone = '00000000-0000-4000-8000-000000000000';
    await expect(ask('take.edit.write', { id: gone, edit, revision: '' })).rejects.toMatchObject({
      kind: 'usage',
    });
  });
});
