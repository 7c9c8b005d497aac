import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { JOINTS } from '#shared/body/index.ts';
import {
  type CaptureFrame,
  createCaptureFrame,
  decodeFrameMessage,
  encodeFrameMessage,
} from '#shared/capture/index.ts';
import { startStudio } from '../../../scripts/testing/startStudio.ts';
import { openTake } from '../takes/openTake.ts';

/** A frame of a camera: a face and a body, or nobody. */
function frameAt(timeSeconds: number, change: Partial<CaptureFrame> = {}): Uint8Array<ArrayBuffer> {
  const frame = createCaptureFrame();
  frame.blendshapes[0] = 0.5;
  frame.headPosition.set([0, 0, -0.5]);
  frame.body.pelvis[1] = 0.25;
  const seen = { faceFound: true, bodyFound: true, hasHeadPosition: true, isTimed: true };
  return encodeFrameMessage(Object.assign(frame, { timeSeconds, ...seen, ...change }), 0);
}

const seconds = (): number => Date.now() / 1000;

describe('a camera that a studio tracks', () => {
  it('is a subject while capture is armed, and shown as it is sent', async () => {
    const studio = await startStudio();
    const { stream, models } = await studio.ask('camera.open', { name: 'Webcam' });
    expect(models.hands).toMatch(/^\/media\//);
    const send = (content: Uint8Array): void => studio.upload({ kind: 'camera_frame', stream, content });
    const subjects = async () => (await studio.ask('capture.read', {})).subjects;

    send(frameAt(seconds()));
    expect(await subjects(), 'before capture is armed').toEqual([]);
    await studio.ask('capture.arm', {});
    send(frameAt(seconds()));
    const [subject] = await subjects();
    expect(subject).toMatchObject({
      protocol: 'webcam',
      subject: 'Webcam',
      status: 'face',
      address: '',
    });
    await expect.poll(() => studio.frames().length).toBe(1);
    const shown = createCaptureFrame();
    expect(decodeFrameMessage(studio.frames()[0] ?? new Uint8Array(), shown)).toBe(subject?.id);
    expect(shown).toMatchObject({ faceFound: true, bodyFound: true, hasHeadPosition: true });
    expect(shown.body.pelvis[1]).toBe(0.25);

    send(frameAt(seconds(), { faceFound: false, bodyFound: false, hasHeadPosition: false }));
    await expect.poll(async () => (await subjects())[0]?.status).toBe('no_face');
    send(frameAt(seconds(), { faceFound: false, hasHeadPosition: false }));
    await expect.poll(async () => (await subjects())[0]?.status).toBe('body');
    await expect.poll(async () => (await subjects())[0]?.status).toBe('lost');
    send(frameAt(seconds()));
    expect(await subjects()).toMatchObject([{ id: subject?.id, status: 'face' }]);
  });

  it('is told apart from another of the same name, and has its name again when it comes back', async () => {
    const studio = await startStudio();
    await studio.ask('capture.arm', {});
    const first = await studio.ask('camera.open', { name: 'Webcam' });
    const second = await studio.ask('camera.open', { name: 'Webcam' });
    const subjects = async () => (await studio.ask('capture.read', {})).subjects;
    for (const { stream } of [first, second]) {
      studio.upload({ kind: 'camera_frame', stream, content: frameAt(seconds()) });
    }
    expect((await subjects()).map(({ subject }) => subject)).toEqual(['Webcam', 'Webcam 2']);

    await studio.ask('camera.close', { stream: first.stream });
    studio.upload({ kind: 'camera_frame', stream: first.stream, content: frameAt(seconds()) });
    await expect.poll(async () => (await subjects()).map(({ status }) => status)).toEqual(['lost', 'lost']);
    const again = await studio.ask('camera.open', { name: 'Webcam' });
    studio.upload({ kind: 'camera_frame', stream: again.stream, content: frameAt(seconds()) });
    expect((await subjects()).map(({ subject, status }) => [subject, status])).toEqual([
      ['Webcam', 'face'],
      ['Webcam 2', 'lost'],
    ]);
  });

  it('is recorded with face, head position and body', async () => {
    const studio = await startStudio();
    const { stream } = await studio.ask('camera.open', { name: 'Webcam' });
    await studio.ask('capture.arm', {});
    await studio.ask('recording.start', { slate: 'Scene', takeNumber: 1 });
    const begun = seconds();
    for (let i = 0; i < 5; i++) {
      studio.upload({ kind: 'camera_frame', stream, content: frameAt(begun + i / 30) });
    }
    await studio.ask('capture.read', {});
    await studio.ask('recording.stop', {});
    const page = { search: '', tag: null, minRating: 0, inTrash: false, offset: 0, limit: 10 } as const;
    const { takes } = await studio.ask('takes.page', { ...page, order: 'startedAt', descending: true });
    expect(takes).toMatchObject([{ frames: 5, subjects: ['Webcam'] }]);
    const [recorded] = (await openTake(join(studio.takesFolder, takes[0]?.id ?? ''))).subjects;
    expect(recorded?.description).toMatchObject({ protocol: 'webcam', hasHeadPosition: true });
    expect(recorded?.description.body?.joints).toHaveLength(JOINTS.length);
    expect(recorded?.counts).toMatchObject({ frames: 5, seen: 5, unreadable: 0 });
  });

  it('sends what cannot be read in vain, and does no harm', async () => {
    const studio = await startStudio();
    await studio.ask('capture.arm', {});
    const { stream } = await studio.ask('camera.open', { name: 'Webcam' });
    const whole = frameAt(1);
    studio.upload({ kind: 'camera_frame', stream: (stream + 1) % 2 ** 32, content: whole });
    studio.upload({ kind: 'camera_frame', stream, content: whole.subarray(0, -1) });
    studio.upload({ kind: 'camera_frame', stream, content: Uint8Array.of(...whole, 0) });
    const poisoned = whole.slice();
    new DataView(poisoned.buffer).setFloat32(12, Number.NaN, true);
    studio.upload({ kind: 'camera_frame', stream, content: poisoned });
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2000 }), (content) => {
        studio.upload({ kind: 'camera_frame', stream, content });
      }),
    );
    expect((await studio.ask('capture.read', {})).subjects).toEqual([]);
    studio.upload({ kind: 'camera_frame', stream, content: whole });
    expect((await studio.ask('capture.read', {})).subjects).toHaveLength(1);
  });
});
