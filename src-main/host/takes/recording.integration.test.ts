import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CAPTURE_CHANNEL_COUNT, CAPTURE_CHANNELS, type FaceTake } from '#shared/capture/index.ts';
import { startStudio } from '../../../scripts/testing/startStudio.ts';
import { temporaryFolder } from '../../../scripts/testing/temporaryFolder.ts';
import { playTake } from '../capture/index.ts';
import { openTake } from './openTake.ts';

const JAW_OPEN = CAPTURE_CHANNELS.indexOf('jawOpen');

/** 30 frames at 60 a second, the jaw further open in each. */
const performance: FaceTake = {
  times: Float64Array.from({ length: 30 }, (_, i) => 40_000 + i / 60),
  channels: Float32Array.from({ length: 30 * CAPTURE_CHANNEL_COUNT }, (_, i) =>
    i % CAPTURE_CHANNEL_COUNT === JAW_OPEN ? Math.floor(i / CAPTURE_CHANNEL_COUNT) / 30 : 0,
  ),
};

const all = {
  search: '',
  tag: null,
  minRating: 0,
  inTrash: false,
  order: 'startedAt',
  descending: true,
  offset: 0,
  limit: 50,
} as const;

const play = (port: number, subject: string) =>
  playTake({
    protocol: 'llf',
    take: performance,
    deviceId: subject,
    subject,
    host: '127.0.0.1',
    port,
    fps: undefined,
    loop: false,
    signal: new AbortController().signal,
  });

describe('a take', () => {
  it('holds every frame of every subject from its beginning to its end, and is listed', async () => {
    const { ask, heard, takesFolder } = await startStudio();
    const { sockets } = await ask('capture.arm', {});
    const port = sockets[0]?.port ?? 0;
    const { recording } = await ask('recording.start', { slate: 'HELLO', takeNumber: 3 });
    expect(recording).toMatchObject({ slate: 'HELLO', takeNumber: 3, frames: 0, subjects: [] });
    await Promise.all([play(port, 'Ada'), play(port, 'Grace')]);
    await expect.poll(async () => (await ask('recording.read', {})).recording?.frames).toBe(60);
    expect(await ask('recording.stop', {})).toEqual({ recording: null, failure: null });

    const { total, takes } = await ask('takes.page', all);
    expect(total).toBe(1);
    expect(takes).toMatchObject([
      {
        slate: 'HELLO',
        takeNumber: 3,
        subjects: ['Ada', 'Grace'],
        frames: 60,
        droppedFrames: 0,
        endReason: 'stopped',
      },
    ]);
    const { subjects } = await openTake(join(takesFolder, takes[0]?.id ?? ''));
    for (const { times, channels } of subjects) {
      expect(times).toHaveLength(30);
      const jaw = Array.from({ length: 30 }, (_, i) => channels[i * CAPTURE_CHANNEL_COUNT + JAW_OPEN]);
      expect(jaw).toEqual(Array.from({ length: 30 }, (_, i) => Math.fround(i / 30)));
    }
    expect(heard()).toContain('recording_changed');
    expect(heard()).toContain('takes_changed');
  });

  it('is opened once it is recorded: its file is given out as it lies on the disk', async () => {
    const { ask, origin, takesFolder } = await startStudio();
    await ask('capture.arm', {});
    const { recording } = await ask('recording.start', { slate: 'OPEN', takeNumber: 1 });
    const id = recording?.takeId ?? '';
    await expect(ask('take.open', { id })).rejects.toMatchObject({
      kind: 'usage',
      message: 'This take is still being recorded.',
    });
    await ask('recording.stop', {});

    const { take, path, media } = await ask('take.open', { id });
    expect(take).toMatchObject({ id, slate: 'OPEN' });
    expect(media).toEqual([]);
    const file = new Uint8Array(await (await fetch(`${origin}${path}`)).arrayBuffer());
    expect(Buffer.from(file)).toEqual(readFileSync(join(takesFolder, id, 'take.mimesis-take')));
  });

  it('is there tomorrow: renamed, rated, put into the trash and taken out of it', async () => {
    const folder = join(temporaryFolder(), 'workspace');
    const first = await startStudio({ workspaceFolder: folder });
    await first.ask('capture.arm', {});
    await first.ask('recording.start', { slate: 'A', takeNumber: 1 });
    await first.ask('recording.stop', {});
    const [take] = (await first.ask('takes.page', all)).takes;
    const id = take?.id ?? '';
    await first.ask('take.change', { id, changes: { name: 'The good one', rating: 5, tags: ['best'] } });
    await first.ask('take.trash', { id });
    expect((await first.ask('takes.page', all)).total).toBe(0);
    await first.close();

    const second = await startStudio({ workspaceFolder: folder });
    await second.ask('take.restore', { id });
    expect((await second.ask('takes.page', { ...all, tag: 'best' })).takes).toMatchObject([
      { id, name: 'The good one', rating: 5 },
    ]);
  });

  it('is ended and kept when capture is disarmed, or the host ends', async () => {
    const folder = join(temporaryFolder(), 'workspace');
    const first = await startStudio({ workspaceFolder: folder });
    await first.ask('capture.arm', {});
    await first.ask('recording.start', { slate: 'A', takeNumber: 1 });
    await first.ask('capture.disarm', {});
    expect(await first.ask('recording.read', {})).toEqual({ recording: null, failure: null });
    await first.ask('capture.arm', {});
    await first.ask('recording.start', { slate: 'A', takeNumber: 2 });
    await first.close();

    const { ask } = await startStudio({ workspaceFolder: folder });
    const { takes } = await ask('takes.page', { ...all, descending: false });
    expect(takes.map(({ takeNumber, endReason }) => [takeNumber, endReason])).toEqual([
      [1, 'stopped'],
      [2, 'stopped'],
    ]);
  });

  it('needs capture to be armed, and is one at a time', async () => {
    const { ask, takesFolder } = await startStudio();
    await expect(ask('recording.start', { slate: 'A', takeNumber: 1 })).rejects.toMatchObject({
      kind: 'usage',
      remedy: 'Arm capture first.',
    });
    expect(existsSync(takesFolder) ? readdirSync(takesFolder) : []).toEqual([]);
    await ask('capture.arm', {});
    await ask('recording.start', { slate: 'A', takeNumber: 1 });
    await expect(ask('recording.start', { slate: 'B', takeNumber: 1 })).rejects.toMatchObject({
      kind: 'usage',
    });
  });
});
