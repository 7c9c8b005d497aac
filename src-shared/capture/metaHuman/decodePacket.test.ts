import { describe, expect, it } from 'vitest';
import { CAPTURE_CHANNEL_COUNT, CAPTURE_CHANNEL_INDEX, createCaptureFrame } from '../captureFrame.ts';
import { faceFrame } from '../testing/faceFrame.ts';
import { createMetaHumanDecoder } from './decodePacket.ts';
import type { MetaHumanSubject } from './subject.ts';

const subjectOf = (type: string, controls: string[], id = 'id'): MetaHumanSubject => ({
  id,
  name: 'Ada',
  animationMetadata: { type, version: 1, controls },
});

/**
 * A packet written by hand: version 1, subject "id", frame 90.5 of 30 / 1, values 0, 1/3 and 1, roll 90°, pitch 0°, yaw
 * 0°, x 1, y 2, z 3.
 */
function handWritten(change: (view: DataView) => void = () => {}): Uint8Array {
  const packet = Uint8Array.from([
    ...[1, 0, 2, 0, 0x69, 0x64],
    ...[90, 0, 0, 0, 0, 0, 0, 0x3f, 30, 0, 0, 0, 1, 0, 0, 0],
    ...[3, 0, 0, 0, 0x55, 0x55, 0xff, 0xff],
    ...[0, 0, 0xb4, 0x42, 0, 0, 0, 0, 0, 0, 0, 0],
    ...[0, 0, 0x80, 0x3f, 0, 0, 0, 0x40, 0, 0, 0x40, 0x40],
  ]);
  change(new DataView(packet.buffer));
  return packet;
}

const arkit = subjectOf('arkit', ['tongueOut', 'jawOpen', 'MouthLeft']);

describe('reading a packet of the MetaHuman mode', () => {
  const decode = createMetaHumanDecoder([subjectOf('arkit', [], 'other'), arkit]);
  const channelOf = (frame: { channels: Float32Array }, name: string) =>
    frame.channels[CAPTURE_CHANNEL_INDEX.get(name) ?? -1];

  it('fills a frame: who, when, and each value by the name of its control', () => {
    const frame = faceFrame({}, { browInnerUp: 1, leftEyeYaw: 1 });
    frame.bodyFound = true;
    frame.hasHeadPosition = true;
    expect(decode(handWritten(), frame)).toBe('frame');
    expect(frame).toMatchObject({ deviceId: 'id', subject: 'Ada', isTimed: true, frameRate: 30 });
    expect(frame).toMatchObject({ timeSeconds: 90.5 / 30, faceFound: true });
    expect(frame).toMatchObject({ bodyFound: false, hasHeadPosition: false });
    expect(channelOf(frame, 'tongueOut')).toBe(0);
    expect(channelOf(frame, 'jawOpen')).toBeCloseTo(1 / 3, 6);
    expect(channelOf(frame, 'mouthLeft')).toBe(1);
    expect(channelOf(frame, 'browInnerUp')).toBe(0);
    expect([...frame.leftEye, ...frame.rightEye]).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it('takes a roll of the head bone for a turn to the left, which is a negative yaw', () => {
    const frame = createCaptureFrame();
    decode(handWritten(), frame);
    expect(frame.head[0]).toBeCloseTo(-Math.PI / 2, 6);
    expect(frame.head[1]).toBeCloseTo(0, 6);
    expect(frame.head[2]).toBeCloseTo(0, 6);
  });

  it('gives back coefficients from face controls of MetaHuman, as a mean where there are several', () => {
    const controls = [
      'CTRL_expressions_jawChinRaiseDL',
      'CTRL_expressions_jawChinRaiseDR',
      'CTRL_expressions_jawOpen',
    ];
    const frame = createCaptureFrame();
    expect(createMetaHumanDecoder([subjectOf('mha', controls)])(handWritten(), frame)).toBe('frame');
    expect(channelOf(frame, 'mouthShrugLower')).toBeCloseTo(1 / 6, 6);
    expect(channelOf(frame, 'jawOpen')).toBe(1);
  });

  it.each([
    ['of another type', subjectOf('hologram', ['jawOpen', 'jawLeft', 'jawRight'])],
    ['with no name that is known', subjectOf('arkit', ['a', 'b', '__proto__'])],
  ])('knows of a subject %s that it is there, no more', (_, subject) => {
    const frame = faceFrame({}, { jawOpen: 1 });
    expect(createMetaHumanDecoder([subject])(handWritten(), frame)).toBe('alive');
    expect(frame).toMatchObject({ deviceId: 'id', subject: 'Ada', faceFound: false });
  });

  it('knows packets of other subjects and other protocols as such', () => {
    const frame = createCaptureFrame();
    expect(createMetaHumanDecoder([])(handWritten(), frame)).toBe('foreign');
    expect(decode(new Uint8Array(), frame)).toBe('foreign');
    expect(decode(Uint8Array.of(1, 0, 2, 0, 0x69), frame)).toBe('foreign');
    expect(decode(Buffer.from('iFacialMocap'), frame)).toBe('foreign');
  });

  it.each<[string, Uint8Array]>([
    ['values cut off', handWritten().subarray(0, -1)],
    ['more than the head', Buffer.concat([handWritten(), Buffer.alloc(1)])],
    ['another count', handWritten((view) => view.setUint16(22, 2, true))],
    ['a sub-frame past 1', handWritten((view) => view.setFloat32(10, 1.5, true))],
    ['a rate of 0', handWritten((view) => view.setInt32(14, 0, true))],
    ['a rate over 0', handWritten((view) => view.setInt32(18, 0, true))],
    ['a head that is no number', handWritten((view) => view.setFloat32(34, Number.NaN, true))],
    ['an infinite place', handWritten((view) => view.setFloat32(50, Number.POSITIVE_INFINITY, true))],
  ])('refuses %s and leaves the frame as it was', (_, packet) => {
    const frame = faceFrame({ subject: 'before', timeSeconds: 3 }, { jawOpen: 1 });
    expect(decode(packet, frame)).toBe('malformed');
    expect(frame).toEqual(faceFrame({ subject: 'before', timeSeconds: 3 }, { jawOpen: 1 }));
    expect(frame.channels).toHaveLength(CAPTURE_CHANNEL_COUNT);
  });
});
