import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { requireSmallDisk } from '../../../scripts/testing/smallDisk.ts';
import { openTake } from './openTake.ts';
import { recoverTakes } from './recoverTakes.ts';
import { TakeWriter } from './takeWriter.ts';
import { numberedFrame, testHeader, testSubject } from './testing/recording.ts';

const PATIENCE = { timeout: 60_000, interval: 20 };

describe('a take on a disk that fills up', () => {
  it('ends with what had room, says so, and is whole after the next start', async (context) => {
    const disk = requireSmallDisk(context, 2 ** 20);
    const takes = join(disk.folder, 'takes');
    const other = join(disk.folder, 'something else');
    writeFileSync(other, new Uint8Array(2 ** 19));
    const onFailure = vi.fn();
    const writer = await TakeWriter.start(takes, testHeader, { onFailure });
    const ada = writer.addSubject(testSubject('Ada'));
    const sound = await writer.addAudio({ sampleRate: 48_000, channels: 1, sampleFormat: 'int16' });
    let frames = 0;
    await vi.waitUntil(() => {
      for (let i = 0; i < 1000; i++, frames++) writer.take(ada, numberedFrame(frames), frames / 60);
      writer.appendMedium(sound, new Uint8Array(9600), frames / 60);
      return !writer.isRecording;
    }, PATIENCE);
    const outcome = await writer.ended;
    expect(outcome).toMatchObject({
      reason: 'disk_full',
      error: {
        kind: 'disk_full',
        message: 'Recording of “Monolog”, take 3 has ended: the disk is full.',
        remedy: expect.stringContaining('kept'),
      },
    });
    expect(onFailure).toHaveBeenCalledExactlyOnceWith(outcome.error);

    // Still full at the next start, then not.
    await recoverTakes(takes);
    rmSync(other);
    await recoverTakes(takes);
    expect(await recoverTakes(takes)).toEqual([]);
    const { subjects, end, report, media } = await openTake(writer.folder);
    expect(['disk_full', 'interrupted']).toContain(end?.reason);
    expect(report).toMatchObject({ damages: [], tail: { reason: 'whole' } });
    const kept = subjects[0]?.deviceTimes ?? new Float64Array();
    expect(kept.length).toBeGreaterThan(300);
    expect([...kept].map((time) => Math.round(time * 60))).toEqual(Array.from(kept, (_, i) => i));
    expect(media[0]?.pieces.length).toBeGreaterThan(0);

    const next = await TakeWriter.start(takes, testHeader);
    expect(await next.stop(0)).toMatchObject({ reason: 'stopped' });
  });

  it('is not begun where there is no room at all, and leaves nothing behind', async (context) => {
    const disk = requireSmallDisk(context, 64 * 1024);
    const takes = join(disk.folder, 'takes');
    disk.fill();
    await expect(TakeWriter.start(takes, testHeader)).rejects.toMatchObject({
      kind: 'disk_full',
      message: 'The take cannot be recorded: the disk is full.',
    });
    disk.clear();
    expect(await recoverTakes(takes)).toEqual([]);
  });
});
