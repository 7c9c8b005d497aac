import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CAPTURE_CHANNEL_COUNT, CAPTURE_CHANNELS, createCaptureFrame } from '../captureFrame.ts';
import { faceFrame } from '../testing/faceFrame.ts';
import { createLiveLinkFaceDecoder } from './decodePacket.ts';
import { encodeLiveLinkFace } from './encodePacket.ts';

/** A packet written by hand: device "D", subject "S", frame 90 of 30 / 1, value i in place i. */
function handWritten(change: (view: DataView) => void = () => {}): Uint8Array {
  const packet = new Uint8Array(11 + 17 + 61 * 4);
  packet.set([6, 0, 0, 0, 1, 0x44, 0, 0, 0, 1, 0x53]);
  const view = new DataView(packet.buffer);
  view.setInt32(11, 90);
  view.setFloat32(15, 0.5);
  view.setInt32(19, 30);
  view.setInt32(23, 1);
  view.setUint8(27, 61);
  for (let i = 0; i < 61; i++) view.setFloat32(28 + 4 * i, i);
  change(view);
  return packet;
}

/** The same of version 5: 13:13:04, frame 15 of 30 a second. */
function handWrittenV5(change: (view: DataView) => void = () => {}): Uint8Array {
  const packet = new Uint8Array(11 + 22 + 61 * 4);
  packet.set([5, 0, 0, 0, 1, 0x44, 0, 0, 0, 1, 0x53]);
  packet.set([0, 0, 0, 13, 0, 0, 0, 13, 0, 0, 0, 4, 0, 0, 0, 15, 0, 0, 0, 0, 30, 61], 11);
  const view = new DataView(packet.buffer);
  for (let i = 0; i < 61; i++) view.setFloat32(33 + 4 * i, i);
  change(view);
  return packet;
}

describe('reading a packet of Live Link Face', () => {
  const decode = createLiveLinkFaceDecoder();

  it('fills a frame: who, when, and each value by its name', () => {
    const frame = createCaptureFrame();
    expect(decode(handWritten(), frame)).toBe('frame');
    expect(frame).toMatchObject({ deviceId: 'D', subject: 'S', faceFound: true, timeSeconds: 90.5 / 30 });
    expect(frame.blendshapes[CAPTURE_CHANNELS.indexOf('jawLeft')]).toBe(15);
    expect(frame.blendshapes[CAPTURE_CHANNELS.indexOf('jawOpen')]).toBe(17);
    expect([...frame.head]).toEqual([52, 53, 54]);
    expect([...frame.leftEye]).toEqual([55, 56, 57]);
    expect([...frame.rightEye]).toEqual([58, 59, 60]);
  });

  it('reads fractional rates', () => {
    const frame = createCaptureFrame();
    const ntsc = handWritten((view) => {
      view.setInt32(19, 60_000);
      view.setInt32(23, 1001);
    });
    decode(ntsc, frame);
    expect(frame.timeSeconds).toBeCloseTo((90.5 * 1001) / 60_000, 9);
  });

  it('takes a header alone, or with the time of a frame, for a phone that sees no face', () => {
    for (const length of [11, 27]) {
      const frame = faceFrame({ subject: 'before' }, { jawOpen: 1 });
      expect(decode(handWritten().subarray(0, length), frame)).toBe('alive');
      expect(frame).toMatchObject({ deviceId: 'D', subject: 'S', faceFound: false });
    }
  });

  it('reads version 5, whose frames have a timecode', () => {
    const frame = createCaptureFrame();
    expect(decode(handWrittenV5(), frame)).toBe('frame');
    expect(frame).toMatchObject({ deviceId: 'D', subject: 'S', faceFound: true, isTimed: true });
    expect(frame).toMatchObject({ timeSeconds: 13 * 3600 + 13 * 60 + 4.5, frameRate: 30 });
    expect(frame.blendshapes[CAPTURE_CHANNELS.indexOf('jawLeft')]).toBe(15);
    expect([...frame.rightEye]).toEqual([58, 59, 60]);
  });

  it('takes a drop-frame timecode for the time of day that it is', () => {
    const frame = createCaptureFrame();
    expect(
      decode(
        handWrittenV5((view) => view.setUint8(27, 1)),
        frame,
      ),
    ).toBe('frame');
    expect(frame.timeSeconds).toBe(13 * 3600 + 13 * 60 + 4.5);
  });

  it('takes a header of version 5 alone, or with its timecode, for a phone that sees no face', () => {
    for (const length of [11, 27, 32]) {
      const frame = faceFrame({ subject: 'before' }, { jawOpen: 1 });
      expect(decode(handWrittenV5().subarray(0, length), frame)).toBe('alive');
      expect(frame).toMatchObject({ deviceId: 'D', subject: 'S', faceFound: false });
    }
  });

  it.each<[string, Uint8Array]>([
    ['nothing', new Uint8Array()],
    ['version 4', handWritten((view) => view.setUint8(0, 4))],
    ['version 7', handWritten((view) => view.setUint8(0, 7))],
    ['a version of four bytes', handWritten((view) => view.setUint32(0, 6))],
    ['another protocol', Buffer.from('iFacialMocap')],
  ])('knows %s as not of these versions', (_, packet) => {
    expect(decode(packet, createCaptureFrame())).toBe('foreign');
  });

  it.each<[string, Uint8Array]>([
    ['a header cut off', handWritten().subarray(0, 10)],
    ['values cut off', handWritten().subarray(0, -1)],
    ['more than 61 values', Buffer.concat([handWritten(), Buffer.alloc(4)])],
    ['another count', handWritten((view) => view.setUint8(27, 52))],
    ['a device id longer than the packet', handWritten((view) => view.setUint32(1, 0xff_ff_ff_ff))],
    ['a name longer than the packet', handWritten((view) => view.setUint32(6, 300))],
    ['a name that is no UTF-8', handWritten((view) => view.setUint8(10, 0xff))],
    ['a rate of 0', handWritten((view) => view.setInt32(19, 0))],
    ['a rate over 0', handWritten((view) => view.setInt32(23, 0))],
    ['a sub-frame past 1', handWritten((view) => view.setFloat32(15, 1.5))],
    ['a sub-frame that is no number', handWritten((view) => view.setFloat32(15, Number.NaN))],
    ['a value that is no number', handWritten((view) => view.setFloat32(28, Number.NaN))],
    ['an infinite value', handWritten((view) => view.setFloat32(268, Number.NEGATIVE_INFINITY))],
    ['version 5 in the length of version 6', handWritten((view) => view.setUint8(0, 5))],
    ['version 6 in the length of version 5', handWrittenV5((view) => view.setUint8(0, 6))],
    ['24 hours', handWrittenV5((view) => view.setInt32(11, 24))],
    ['60 minutes', handWrittenV5((view) => view.setInt32(15, 60))],
    ['seconds below 0', handWrittenV5((view) => view.setInt32(19, -1))],
    ['more frames than a second has', handWrittenV5((view) => view.setInt32(23, 31))],
    ['no frames a second', handWrittenV5((view) => view.setUint32(28, 0))],
    ['another count in version 5', handWrittenV5((view) => view.setUint8(32, 60))],
    ['more than the longest packet', Buffer.alloc(2000, 6)],
  ])('refuses %s and leaves the frame as it was', (_, packet) => {
    const frame = faceFrame({ subject: 'before', timeSeconds: 3 }, { jawOpen: 1 });
    expect(decode(packet, frame)).toBe('malformed');
    expect(frame).toEqual(faceFrame({ subject: 'before', timeSeconds: 3 }, { jawOpen: 1 }));
  });

  it('tells senders apart whose headers begin alike, and has more of them than it remembers', () => {
    const names = Array.from({ length: 100 }, (_, i) => 'x'.repeat(i));
    const frame = createCaptureFrame();
    for (const subject of [...names, ...names.toReversed()]) {
      expect(decode(encodeLiveLinkFace(faceFrame({ deviceId: 'D', subject })), frame)).toBe('frame');
      expect(frame.subject).toBe(subject);
    }
  });

  it('reads back what was written', () => {
    const name = fc
      .string({ unit: 'grapheme', maxLength: 40 })
      .filter((text) => Buffer.byteLength(text) < 256);
    const value = fc.float({ noNaN: true, noDefaultInfinity: true });
    const values = fc.array(value, { minLength: CAPTURE_CHANNEL_COUNT, maxLength: CAPTURE_CHANNEL_COUNT });
    const time = fc.double({ min: 0, max: 2 ** 31 / 60 - 1, noNaN: true });
    fc.assert(
      fc.property(
        name,
        name,
        time,
        values,
        fc.boolean(),
        (deviceId, subject, timeSeconds, channels, found) => {
          const sent = faceFrame({ deviceId, subject, timeSeconds });
          sent.channels.set(channels);
          sent.faceFound = found;
          const frame = createCaptureFrame();
          expect(decode(encodeLiveLinkFace(sent), frame)).toBe(found ? 'frame' : 'alive');
          expect(frame).toMatchObject({ deviceId, subject, faceFound: found });
          if (!found) return;
          expect(frame.channels).toEqual(sent.channels);
          expect(Math.abs(frame.timeSeconds - timeSeconds)).toBeLessThan(1e-6);
        },
      ),
    );
  });
});
