import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { TAKE_UPLOAD_PATH, type TakeQuery } from '#shared/contract/index.ts';
import { startStudio } from '../../../scripts/testing/startStudio.ts';
import { temporaryFolder } from '../../../scripts/testing/temporaryFolder.ts';
import { makePhoneFolder, phoneCsv } from './testing/phoneFolder.ts';

const all: TakeQuery = {
  ...{ search: '', tag: null, minRating: 0, inTrash: false, order: 'startedAt', descending: true },
  ...{ offset: 0, limit: 50 },
};

/** A studio in whose workspace a phone's take lies. */
async function studioWithTake() {
  const studio = await startStudio();
  const folder = temporaryFolder();
  const { takes } = await studio.ask('take.import', { id: randomUUID(), path: makePhoneFolder(folder) });
  return { ...studio, folder, id: takes[0]?.id ?? '' };
}

describe('the takes of a workspace', () => {
  it('come in from a phone’s folder, and are told in detail', async () => {
    const { ask, id, heard } = await studioWithTake();
    expect((await ask('takes.page', all)).takes).toMatchObject([
      { id, name: 'Monolog 4', subjects: ['Ada'], hasVideo: true, hasAudio: true, quality: 1 },
    ]);
    expect(await ask('take.details', { id })).toMatchObject({
      subjects: [
        {
          ...{ subject: 'Ada', protocol: 'live_link_face', hasFace: true, hasBody: false },
          ...{ frames: 30, droppedFrames: 0, gaps: 0, framesPerSecond: expect.closeTo(60, 6) },
        },
      ],
      origin: { file: '20260301_Monolog_4', deviceModel: 'iPhone13,3', appVersion: 'v1.4.0' },
      damagedBytes: 0,
    });
    expect(heard()).toContain('takes_changed');
  });

  it('have a thumbnail of their most marked moment, made once', async () => {
    const { ask, id, origin, takesFolder } = await studioWithTake();
    const thumbnail = await ask('take.thumbnail', { id });
    expect(thumbnail.face).toHaveLength(52);
    expect(new Set(thumbnail.face)).toEqual(new Set([0]));
    expect(thumbnail.activity).toHaveLength(48);
    const picture = await fetch(origin + thumbnail.picture);
    expect(picture.headers.get('content-type')).toBe('image/jpeg');
    expect(new Uint8Array(await picture.arrayBuffer()).subarray(0, 2)).toEqual(Uint8Array.of(0xff, 0xd8));
    const drawing = join(takesFolder, id, 'thumbnail.json');
    writeFileSync(drawing, readFileSync(drawing, 'utf8').replace('"face":[0', '"face":[0.5'));
    expect((await ask('take.thumbnail', { id })).face?.[0]).toBe(0.5);
    writeFileSync(drawing, 'no JSON');
    expect((await ask('take.thumbnail', { id })).face?.[0]).toBe(0);
  });

  it('go out into a folder of the user, or are fetched', async () => {
    const { ask, id, origin, folder } = await studioWithTake();
    const how = { id, format: 'csv', content: 'played' } as const;
    expect(await ask('take.export', { ...how, folder })).toEqual({
      files: [{ name: 'Monolog_4_Ada.csv', path: join(folder, 'Monolog_4_Ada.csv') }],
    });
    const { files } = await ask('take.export', { ...how, folder: null });
    const fetched = await (await fetch(origin + files[0]?.path)).text();
    expect(fetched === readFileSync(join(folder, 'Monolog_4_Ada.csv'), 'utf8')).toBe(true);
  });

  it('are found by tags, and deleted for good from the trash', async () => {
    const { ask, id, takesFolder } = await studioWithTake();
    await ask('take.change', { id, changes: { tags: ['best', 'close'] } });
    expect(await ask('takes.tags', {})).toEqual({
      tags: [
        { tag: 'best', takes: 1 },
        { tag: 'close', takes: 1 },
      ],
    });
    await expect(ask('take.purge', { id })).rejects.toMatchObject({ kind: 'usage' });
    await ask('take.trash', { id });
    await ask('take.purge', { id });
    expect((await ask('takes.page', { ...all, inTrash: true })).total).toBe(0);
    const { takes } = await ask('take.import', {
      id: randomUUID(),
      path: makePhoneFolder(temporaryFolder()),
    });
    await ask('take.trash', { id: takes[0]?.id ?? '' });
    await ask('takes.empty_trash', {});
    expect(readdirSync(join(takesFolder, '.trash'))).toEqual([]);
  });

  it('stay in the trash since they came there, though the list is lost', async () => {
    const workspaceFolder = join(temporaryFolder(), 'workspace');
    const first = await startStudio({ workspaceFolder });
    const { takes } = await first.ask('take.import', {
      id: randomUUID(),
      path: makePhoneFolder(temporaryFolder()),
    });
    const id = takes[0]?.id ?? '';
    const { trashedAt } = await first.ask('take.trash', { id });
    await first.close();
    rmSync(join(workspaceFolder, 'mimesis.db'));
    const { ask, takesFolder } = await startStudio({ workspaceFolder });
    expect((await ask('takes.page', { ...all, inTrash: true })).takes).toMatchObject([{ id, trashedAt }]);
    await ask('take.restore', { id });
    expect(existsSync(join(takesFolder, id, 'trashed.json'))).toBe(false);
  });

  it('are counted while they come in, and those stay that came in before the rest was cancelled', async () => {
    const { ask, events, takesFolder } = await startStudio();
    const day = temporaryFolder();
    const long = phoneCsv(Array.from({ length: 20_000 }, (_, i) => i / 60));
    for (const [name, csv] of [
      ['One', phoneCsv([1, 2])],
      ['Two', long],
    ] as const) {
      mkdirSync(join(day, name));
      writeFileSync(join(day, name, `${name}.csv`), csv);
    }
    const id = randomUUID();
    const importing = ask('take.import', { id, path: day });
    const progressOf = (name: string) => ({
      event: 'take_import_progress',
      ...{ id, progress: { name, done: name === 'One' ? 0 : 1, takes: 2 } },
    });
    await expect.poll(events).toContainEqual(progressOf('Two'));
    await ask('take.import.cancel', { id });
    expect((await importing).takes).toMatchObject([{ name: 'One 1' }]);
    expect(events()).toContainEqual(progressOf('One'));
    expect((await ask('takes.page', all)).total).toBe(1);
    expect(readdirSync(join(takesFolder, '.importing'))).toEqual([]);
  });

  it('tell what is wrong with what is imported', async () => {
    const { ask, takesFolder } = await startStudio();
    const path = join(temporaryFolder(), 'a.csv');
    writeFileSync(path, 'hello');
    await expect(ask('take.import', { id: randomUUID(), path })).rejects.toMatchObject({
      kind: 'invalid_take',
    });
    await expect(ask('take.import', { id: randomUUID(), path: '/nowhere' })).rejects.toMatchObject({
      kind: 'missing_file',
    });
    mkdirSync(join(takesFolder, '.importing/half'), { recursive: true });
    expect((await ask('takes.page', all)).total).toBe(0);
  });
});

describe('a take that a browser sends', () => {
  const upload = '5b2f1f0e-3d65-4d1c-9a53-6a0f7d1c2e11';

  async function studioToSendTo() {
    const studio = await startStudio();
    const send = (name: string, body: string | Uint8Array<ArrayBuffer>, token = studio.token) =>
      fetch(`${studio.origin}${TAKE_UPLOAD_PATH}?upload=${upload}&name=${encodeURIComponent(name)}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}` },
        body,
      });
    return { ...studio, send };
  }

  it('may be a file, or a whole folder', async () => {
    const { ask, send } = await studioToSendTo();
    expect((await send('Walk_2_Grace.csv', phoneCsv([1, 2]))).status).toBe(200);
    expect((await ask('take.import', { id: upload, path: null })).takes).toMatchObject([
      { name: 'Walk 2', subjects: ['Grace'] },
    ]);
    const folder = makePhoneFolder(temporaryFolder());
    for (const name of readdirSync(folder)) {
      if (name.startsWith('.')) continue;
      const sent = await send(`My take/${name}`, new Uint8Array(readFileSync(join(folder, name))));
      expect(sent.status).toBe(200);
    }
    const { takes } = await ask('take.import', { id: upload, path: null });
    expect(takes).toMatchObject([{ name: 'Monolog 4', hasVideo: true }]);
    expect((await ask('take.details', { id: takes[0]?.id ?? '' })).origin?.file).toBe('My take');
    await expect(ask('take.import', { id: upload, path: null })).rejects.toMatchObject({ kind: 'usage' });
  });

  it('leads nowhere else, and needs the token', async () => {
    const { send } = await studioToSendTo();
    for (const name of ['../x.csv', 'a/../x.csv', '/etc/x', 'a\\b.csv', 'a/b/c.csv', '.x', 'a/.x', ''])
      expect((await send(name, 'x')).status).toBe(400);
    expect((await send('x.csv', 'x', 'wrong')).status).toBe(401);
    await send('x.csv', 'x');
    expect((await send('x.csv', 'x')).status).toBe(500);
  });
});
