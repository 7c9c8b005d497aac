import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { JOINT_COUNT } from '../body/index.ts';
import { CAPTURE_CHANNEL_COUNT, type CaptureFrame, createCaptureFrame } from './captureFrame.ts';
import { decodeFrameMessage, encodeFrameMessage } from './frameMessage.ts';

const numbers = (length: number) =>
  fc.float32Array({ minLength: length, maxLength: length, noNaN: true, noDefaultInfinity: true });

/** A frame in which something or nothing is found. */
const frames = fc
  .record({
    isTimed: fc.boolean(),
    timeSeconds: fc.double({ noNaN: true, noDefaultInfinity: true }),
    faceFound: fc.boolean(),
    channels: numbers(CAPTURE_CHANNEL_COUNT),
    hasHeadPosition: fc.boolean(),
    headPosition: numbers(3),
    bodyFound: fc.boolean(),
    pelvis: numbers(3),
    rotations: numbers(4 * JOINT_COUNT),
  })
  .map(({ channels, headPosition, pelvis, rotations, ...flags }) => {
    const frame = Object.assign(createCaptureFrame(), flags);
    if (frame.faceFound) frame.channels.set(channels);
    if (frame.hasHeadPosition) frame.headPosition.set(headPosition);
    if (frame.bodyFound) {
      frame.body.pelvis.set(pelvis);
      frame.body.rotations.set(rotations);
    }
    return frame;
  });

const face = (value: number): CaptureFrame => {
  const frame = Object.assign(createCaptureFrame(), { faceFound: true, timeSeconds: 2 });
  frame.channels.fill(value);
  return frame;
};

describe('a frame between host and studio', () => {
  it('has its fields where the layout says', () => {
    const message = encodeFrameMessage(face(0.5), 0x0102);
    expect(message).toHaveLength(256);
    expect([...message.subarray(0, 12)]).toEqual([1, 1, 2, 1, 0, 0, 0, 0, 0, 0, 0, 0x40]);
    expect([...message.subarray(12, 16)]).toEqual([0, 0, 0, 0x3f]);
    expect([...message.subarray(-4)]).toEqual([0, 0, 0, 0x3f]);
  });

  it('holds no more than what is found', () => {
    const nobody = Object.assign(face(0.5), { faceFound: false });
    expect(encodeFrameMessage(nobody, 1)).toHaveLength(12);
    const whole = Object.assign(face(0.5), { bodyFound: true, hasHeadPosition: true, isTimed: true });
    const message = encodeFrameMessage(whole, 1);
    expect(message).toHaveLength(12 + 4 * (CAPTURE_CHANNEL_COUNT + 6 + 4 * JOINT_COUNT));
    expect(message[1]).toBe(15);
  });

  it('comes back as it was sent', () => {
    fc.assert(
      fc.property(frames, fc.nat(0xffff), (sent, id) => {
        const read = createCaptureFrame();
        expect(decodeFrameMessage(encodeFrameMessage(sent, id), read)).toBe(id);
        expect(read).toEqual(sent);
      }),
    );
  });

  it('is refused in another version or length, and with what is no number', () => {
    const read = createCaptureFrame();
    const message = encodeFrameMessage(face(0.5), 7);
    expect(decodeFrameMessage(message.with(0, 2), read)).toBeUndefined();
    expect(decodeFrameMessage(message.with(1, 3), read)).toBeUndefined();
    expect(decodeFrameMessage(message.with(1, 17), read)).toBeUndefined();
    expect(decodeFrameMessage(encodeFrameMessage(face(Number.NaN), 7), read)).toBeUndefined();
    const late = Object.assign(face(0.5), { timeSeconds: Number.POSITIVE_INFINITY });
    expect(decodeFrameMessage(encodeFrameMessage(late, 7), read)).toBeUndefined();
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 600 }), (bytes) => {
        const id = decodeFrameMessage(bytes, read);
        expect(id === undefined || (id >= 0 && id <= 0xffff)).toBe(true);
        for (const channel of read.channels) expect(channel).not.toBeNaN();
      }),
    );
  });
});
