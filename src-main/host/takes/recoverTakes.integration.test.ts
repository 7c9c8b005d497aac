import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../../scripts/testing/temporaryFolder.ts';
import { openTake } from './openTake.ts';
import { recoverTakes } from './recoverTakes.ts';
import { TAKE_FILES } from './takeFolder.ts';
import { TakeWriter } from './takeWriter.ts';
import { numberedFrame, testHeader, testSubject } from './testing/recording.ts';

const takeId = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

function place(folder: string, number: number, bytes: Uint8Array): string {
  const take = join(folder, takeId(number));
  mkdirSync(take);
  writeFileSync(join(take, TAKE_FILES.take), bytes);
  return take;
}

/** The bytes of a short take as they were recorded. */
async function recordedBytes(): Promise<Buffer> {
  const writer = await TakeWriter.start(temporaryFolder(), testHeader);
  const ada = writer.addSubject({ ...testSubject('Ada'), deviceId: '' });
  for (let i = 0; i < 3; i++) writer.take(ada, numberedFrame(i), i / 60);
  writer.mark({ timeSeconds: 0, name: 'a', colour: '#000000' });
  for (let i = 3; i < 6; i++) writer.take(ada, numberedFrame(i), i / 60);
  await writer.stop(1);
  return readFileSync(join(writer.folder, TAKE_FILES.take));
}

describe('takes that were interrupted', () => {
  it('at any byte are readable and ended after the next start', async () => {
    const bytes = await recordedBytes();
    const folder = temporaryFolder();
    for (let cut = 0; cut < bytes.length; cut++) place(folder, cut, bytes.subarray(0, cut));
    const recovered = await recoverTakes(folder);
    expect(recovered).toHaveLength(bytes.length);
    const kinds = recovered.sort((a, b) => a.takeId.localeCompare(b.takeId)).map(({ kind }) => kind);
    const begun = kinds.indexOf('repaired');
    expect(kinds.slice(0, begun).every((kind) => kind === 'empty')).toBe(true);
    expect(kinds.slice(begun).every((kind) => kind === 'repaired')).toBe(true);

    expect(readdirSync(folder)).toHaveLength(bytes.length - begun);
    let frames = 0;
    for (let cut = begun; cut < bytes.length; cut++) {
      const { subjects, end, report } = await openTake(join(folder, takeId(cut)));
      expect(end?.reason).toBe('interrupted');
      expect(report).toMatchObject({ damages: [], unreadable: 0, tail: { reason: 'whole' } });
      const kept = subjects[0]?.times.length ?? 0;
      expect(kept).toBeGreaterThanOrEqual(frames);
      frames = kept;
    }
    expect(frames).toBe(6);
    expect(await recoverTakes(folder)).toEqual([]);
  });

  it('tell how much was kept and lost', async () => {
    const bytes = await recordedBytes();
    const folder = temporaryFolder();
    place(folder, 1, bytes.subarray(0, bytes.length - 10));
    const [take] = await recoverTakes(folder);
    if (take?.kind !== 'repaired') throw new Error('not repaired');
    expect(take.tail.reason).toBe('torn');
    expect(take.tail.keptBytes + take.tail.lostBytes).toBe(bytes.length - 10);
  });

  it('have a sound file that players can read', async () => {
    const folder = temporaryFolder();
    const writer = await TakeWriter.start(folder, testHeader);
    const sound = await writer.addAudio({ sampleRate: 48_000, channels: 2, sampleFormat: 'float32' });
    for (let i = 0; i < 3; i++) writer.appendMedium(sound, new Uint8Array(800), i);
    await writer.stop(3);
    const interrupted = place(folder, 1, readFileSync(join(writer.folder, TAKE_FILES.take)).subarray(0, -10));
    const wav = readFileSync(join(writer.folder, TAKE_FILES.audio));
    wav.writeUInt32LE(0xffffffff, 4);
    wav.writeUInt32LE(0xffffffff, 40);
    writeFileSync(join(interrupted, TAKE_FILES.audio), wav.subarray(0, 44 + 1003));

    expect(await recoverTakes(folder)).toMatchObject([{ kind: 'repaired' }]);
    const mended = readFileSync(join(interrupted, TAKE_FILES.audio));
    expect([mended.length, mended.readUInt32LE(4), mended.readUInt32LE(40)]).toEqual([1044, 1036, 1000]);
    const { media } = await openTake(interrupted);
    expect(media[0]?.pieces.map(({ fromByte, bytes }) => [fromByte, bytes])).toEqual([
      [44, 800],
      [844, 200],
    ]);
  });

  it('are told from those that cannot be read, which are left as they are', async () => {
    const folder = temporaryFolder();
    const strange = place(folder, 1, new Uint8Array(20_000).fill(1));
    mkdirSync(join(folder, takeId(2)));
    mkdirSync(join(folder, 'not a take'));
    expect(await recoverTakes(folder)).toEqual([
      { takeId: takeId(1), kind: 'unreadable', error: expect.objectContaining({ kind: 'invalid_take' }) },
      { takeId: takeId(2), kind: 'empty' },
    ]);
    expect(statSync(join(strange, TAKE_FILES.take)).size).toBe(20_000);
    expect(readdirSync(folder).sort()).toEqual([takeId(1), 'not a take']);
  });

  it('are none where nothing was ever recorded', async () => {
    expect(await recoverTakes(join(temporaryFolder(), 'takes'))).toEqual([]);
  });
});
