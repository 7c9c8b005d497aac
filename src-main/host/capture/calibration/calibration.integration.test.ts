import { describe, expect, it, onTestFinished } from 'vitest';
import {
  CAPTURE_CHANNEL_COUNT,
  CAPTURE_CHANNELS,
  type CaptureChannel,
  createCaptureFrame,
  decodeFrameMessage,
  decodeRawFaceMessage,
  type FaceTake,
} from '#shared/capture/index.ts';
import { calibrationSchema } from '#shared/contract/index.ts';
import { startStudio } from '../../../../scripts/testing/startStudio.ts';
import { temporaryFolder } from '../../../../scripts/testing/temporaryFolder.ts';
import { playTake } from '../index.ts';

const JAW_OPEN = CAPTURE_CHANNELS.indexOf('jawOpen');

/** A second in which nothing moves. */
function still(values: Partial<Record<CaptureChannel, number>>): FaceTake {
  const row = CAPTURE_CHANNELS.map((name) => values[name] ?? 0);
  return {
    times: Float64Array.from({ length: 60 }, (_, i) => 40_000 + i / 60),
    channels: Float32Array.from({ length: 60 * CAPTURE_CHANNEL_COUNT }, (_, i) => row[i % row.length] ?? 0),
  };
}

/** Plays a take again and again until the test ends. */
function play(port: number, take: FaceTake, subject = 'Ada'): () => void {
  const stop = new AbortController();
  const played = playTake({
    protocol: 'llf',
    take,
    deviceId: 'phone',
    subject,
    host: '127.0.0.1',
    port,
    fps: undefined,
    loop: true,
    signal: stop.signal,
  });
  played.catch(() => {});
  onTestFinished(() => stop.abort());
  return () => stop.abort();
}

type Studio = Awaited<ReturnType<typeof startStudio>>;

/** Arms capture, and waits until a subject is heard. */
async function hear({ ask }: Studio, take: FaceTake): Promise<{ subjectId: number; stop: () => void }> {
  const { sockets } = await ask('capture.arm', {});
  const stop = play(sockets[0]?.port ?? 0, take);
  const first = async () => (await ask('capture.read', {})).subjects[0];
  await expect.poll(first).toBeDefined();
  return { subjectId: (await first())?.id ?? -1, stop };
}

/** The jaw of the newest face that is sent to the studio, calibrated and raw. */
function jaws({ frames }: Studio): { shown: number; raw: number } {
  const shown = createCaptureFrame().channels.fill(Number.NaN);
  const raw = shown.slice();
  const frame = createCaptureFrame();
  for (const message of frames()) {
    if (decodeFrameMessage(message, frame) !== undefined) shown.set(frame.channels);
    else decodeRawFaceMessage(message, raw);
  }
  return { shown: shown[JAW_OPEN] ?? 0, raw: raw[JAW_OPEN] ?? 0 };
}

describe('a calibration', () => {
  it('changes what is shown, and leaves what is raw', async () => {
    const studio = await startStudio();
    const { ask, heard } = studio;
    const { subjectId } = await hear(studio, still({ jawOpen: 0.25 }));
    await ask('calibration.watch', { subjectId });
    const pose = await ask('calibration.measure_neutral', { subjectId });
    expect(pose.neutral).toEqual({ jawOpen: 0.25 });
    expect(jaws(studio)).toMatchObject({ shown: expect.closeTo(0.25), raw: expect.closeTo(0.25) });

    const calibration = calibrationSchema.parse({ ...pose, gain: { jawOpen: 2 } });
    await ask('calibration.write', { subjectId, calibration });
    await expect.poll(() => jaws(studio).shown).toBe(0);
    expect(jaws(studio).raw).toBeCloseTo(0.25);
    expect(heard()).toContain('calibration_changed');
    expect((await ask('capture.read', {})).subjects).toMatchObject([{ isCalibrated: true }]);
  });

  it('is there tomorrow, in every workspace, for this subject only', async () => {
    const libraryFolder = temporaryFolder();
    const first = await startStudio({ libraryFolder });
    const heardFirst = await hear(first, still({ jawOpen: 0.5 }));
    const calibration = calibrationSchema.parse({ gain: { jawOpen: 0.5 } });
    await first.ask('calibration.write', { subjectId: heardFirst.subjectId, calibration });
    await first.close();
    heardFirst.stop();

    const second = await startStudio({ libraryFolder });
    const { subjectId } = await hear(second, still({ jawOpen: 0.5 }));
    expect(await second.ask('calibration.read', { subjectId })).toEqual(calibration);
    await expect.poll(() => jaws(second).shown).toBeCloseTo(0.25);
    const { sockets } = await second.ask('capture.read', {});
    play(sockets[0]?.port ?? 0, still({}), 'Grace');
    await expect
      .poll(async () => (await second.ask('capture.read', {})).subjects)
      .toMatchObject([
        { subject: 'Ada', isCalibrated: true },
        { subject: 'Grace', isCalibrated: false },
      ]);
  });

  it('is followed by another window of the user', async () => {
    const libraryFolder = temporaryFolder();
    const [first, second] = await Promise.all([
      startStudio({ libraryFolder }),
      startStudio({ libraryFolder }),
    ]);
    const here = await hear(first, still({ jawOpen: 0.5 }));
    const there = await hear(second, still({ jawOpen: 0.5 }));
    const calibration = calibrationSchema.parse({ isMirrored: true });
    await first.ask('calibration.write', { subjectId: here.subjectId, calibration });
    await expect.poll(second.heard, { timeout: 5000 }).toContain('calibration_changed');
    expect(await second.ask('calibration.read', { subjectId: there.subjectId })).toEqual(calibration);
  });

  it('is measured from a face that rests, and says why where it does not', async () => {
    const studio = await startStudio();
    const moving = still({});
    for (let i = 0; i < 60; i++) moving.channels[i * CAPTURE_CHANNEL_COUNT + JAW_OPEN] = i / 60;
    const { subjectId, stop } = await hear(studio, moving);
    await expect(studio.ask('calibration.measure_neutral', { subjectId })).rejects.toMatchObject({
      kind: 'not_measured',
      message: 'The face moved: jawOpen did not rest.',
    });
    expect((await studio.ask('calibration.measure_reach', { subjectId }))['jawOpen']).toBeCloseTo(0.9, 1);
    stop();
    await expect(studio.ask('calibration.measure_neutral', { subjectId })).rejects.toMatchObject({
      kind: 'not_measured',
      message: 'The face was not in sight all the time.',
    });
    await expect(studio.ask('calibration.read', { subjectId: 999 })).rejects.toMatchObject({ kind: 'usage' });
  });
});
