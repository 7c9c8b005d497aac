import { describe, expect, it } from 'vitest';
import { createCaptureFrame } from '../captureFrame.ts';
import { faceFrame } from '../testing/faceFrame.ts';
import { encodeLiveLinkFace } from './encodePacket.ts';

const DEVICE = 'F5D5A0C4-6B0E-4E0A-9B5C-2B1B0E2B7A11';

const hex = (packet: Uint8Array, from: number, to: number): string =>
  Buffer.from(packet.subarray(from, to)).toString('hex');

/** What the packet holds after its header, of a subject whose name has 3 bytes. */
const FACE_AT = 48;
const valueAt = (index: number): number => FACE_AT + 17 + 4 * index;

describe('a packet of Live Link Face, version 6', () => {
  const packet = encodeLiveLinkFace(
    faceFrame(
      { deviceId: DEVICE, subject: 'Ada', timeSeconds: 47_584 + 31.75 / 60 },
      {
        eyeBlinkLeft: 0.5,
        jawLeft: 0.25,
        jawRight: -1,
        mouthLeft: 0.125,
        tongueOut: 1,
        headYaw: -0.5,
        rightEyeRoll: 2,
      },
    ),
  );

  it('is 306 bytes and the name long', () => {
    expect(packet.length).toBe(306 + 3);
  });

  it('begins with the version as one byte, then the length of the device id as four', () => {
    expect(hex(packet, 0, 5)).toBe('0600000024');
  });

  it('has the device id at 5, the length of the name at 41, the name at 45', () => {
    expect(Buffer.from(packet.subarray(5, 41)).toString('ascii')).toBe(DEVICE);
    expect(hex(packet, 41, 45)).toBe('00000003');
    expect(Buffer.from(packet.subarray(45, 48)).toString('ascii')).toBe('Ada');
  });

  it('counts frames by sixtieths of a second: 13:13:04:31 is frame 2 855 071', () => {
    expect(hex(packet, FACE_AT, FACE_AT + 4)).toBe('002b909f');
  });

  it('has the sub-frame as a float, then the rate 60 / 1', () => {
    expect(hex(packet, FACE_AT + 4, FACE_AT + 8)).toBe('3f400000');
    expect(hex(packet, FACE_AT + 8, FACE_AT + 16)).toBe('0000003c00000001');
  });

  it('has 61 values', () => {
    expect(packet[FACE_AT + 16]).toBe(61);
  });

  it('has big-endian floats in the order of Unreal: left before right', () => {
    const value = (index: number) => hex(packet, valueAt(index), valueAt(index + 1));
    expect(value(0)).toBe('3f000000'); // EyeBlinkLeft 0.5
    expect(value(15)).toBe('3e800000'); // JawLeft 0.25
    expect(value(16)).toBe('bf800000'); // JawRight -1
    expect(value(21)).toBe('3e000000'); // MouthLeft 0.125
    expect(value(51)).toBe('3f800000'); // TongueOut 1
    expect(value(52)).toBe('bf000000'); // HeadYaw -0.5
    expect(value(60)).toBe('40000000'); // RightEyeRoll 2
    expect(value(1)).toBe('00000000');
  });

  it('ends after the header where no face is seen', () => {
    const frame = Object.assign(createCaptureFrame(), { deviceId: 'ab', subject: 'C' });
    expect(hex(encodeLiveLinkFace(frame), 0, 99)).toBe('0600000002616200000001' + '43');
  });

  it('gives the length of a name in bytes, not characters', () => {
    const named = encodeLiveLinkFace(faceFrame({ subject: 'Åsa' }));
    expect(hex(named, 5, 13)).toBe('00000004c3857361');
  });

  it('keeps a whole frame whole, whatever its time rounds to', () => {
    for (let frame = 0; frame < 100_000; frame += 7) {
      const view = new DataView(encodeLiveLinkFace(faceFrame({ timeSeconds: frame / 60 })).buffer);
      expect([view.getInt32(9), Math.fround(view.getFloat32(13))]).toEqual([frame, expect.closeTo(0, 6)]);
    }
  });

  it('never has a sub-frame of 1, which Unreal does not take', () => {
    const view = new DataView(encodeLiveLinkFace(faceFrame({ timeSeconds: (100 - 2e-6) / 60 })).buffer);
    expect(view.getInt32(9)).toBe(99);
    expect(view.getFloat32(13)).toBeLessThan(1);
  });

  it('refuses names that no reader would take', () => {
    expect(() => encodeLiveLinkFace(faceFrame({ subject: 'x'.repeat(256) }))).toThrow(/too long/);
    expect(() => encodeLiveLinkFace(faceFrame({ deviceId: 'é'.repeat(128) }))).toThrow(/too long/);
  });
});
