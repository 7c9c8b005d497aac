import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { JOINTS } from '../../body/index.ts';
import { MimesisError } from '../../contract/index.ts';
import {
  CAPTURE_CHANNEL_COUNT,
  CAPTURE_CHANNEL_INDEX,
  CAPTURE_CHANNELS,
  type CaptureFrame,
  createCaptureFrame,
} from '../captureFrame.ts';
import { faceFrame } from '../testing/faceFrame.ts';
import { createCaptureLineReader } from './read.ts';
import { captureFrameLine, captureHeaderLine } from './write.ts';

/** The frames of these lines, each in a frame of its own. */
function framesOf(...lines: string[]): CaptureFrame[] {
  const reader = createCaptureLineReader();
  return lines.flatMap((line) => {
    const frame = createCaptureFrame();
    return reader.read(line, frame) ? [frame] : [];
  });
}

const header = captureHeaderLine({ deviceId: 'D', subject: 'Ada' });

describe('captured frames as lines', () => {
  it('begin with a header that tells the version, whose they are, and what the numbers stand for', () => {
    expect(header.endsWith('\n')).toBe(true);
    expect(JSON.parse(header)).toEqual({
      ...{ format: 'mimesis-capture', version: 1, deviceId: 'D', subject: 'Ada' },
      ...{ channels: CAPTURE_CHANNELS, joints: JOINTS.map(({ name }) => name) },
    });
  });

  it('say what the sender spoke, where that is known', () => {
    const reader = createCaptureLineReader();
    expect(reader.header).toBeUndefined();
    reader.read(captureHeaderLine({ deviceId: 'D', subject: 'Ada', protocol: 'vmc' }), createCaptureFrame());
    expect(reader.header).toMatchObject({ subject: 'Ada', protocol: 'vmc' });
  });

  it('have a line for each frame, whose numbers are as short as their precision allows', () => {
    const frame = faceFrame({ timeSeconds: 1.5 }, { eyeBlinkLeft: 0.1, rightEyeRoll: -0.25 });
    frame.frameRate = 60;
    const line = captureFrameLine(frame);
    expect(line).toMatch(
      /^\{"time":1.5,"isTimed":false,"frameRate":60,"face":\[0\.100000001,0,.*,-0\.25\]\}\n$/,
    );
  });

  it('leave out what was not seen', () => {
    const frame = Object.assign(createCaptureFrame(), { timeSeconds: 2, isTimed: true });
    frame.body.pelvis.fill(1);
    expect(JSON.parse(captureFrameLine(frame))).toEqual({ time: 2, isTimed: true, frameRate: 0 });
    frame.bodyFound = true;
    frame.hasHeadPosition = true;
    expect(JSON.parse(captureFrameLine(frame))).toMatchObject({
      headPosition: [0, 0, 0],
      body: { pelvis: [1, 1, 1], rotations: { length: 4 * JOINTS.length } },
    });
  });

  it('are read back as the frames that they were', () => {
    const number = fc.float({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
    const numbers = (length: number) => fc.array(number, { minLength: length, maxLength: length });
    const flags = fc.record({
      ...{ isTimed: fc.boolean(), faceFound: fc.boolean() },
      ...{ hasHeadPosition: fc.boolean(), bodyFound: fc.boolean() },
      timeSeconds: fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
      frameRate: fc.double({ min: 0, max: 240, noNaN: true }),
    });
    const who = fc.record({ deviceId: fc.string(), subject: fc.string({ unit: 'grapheme' }) });
    fc.assert(
      fc.property(
        who,
        flags,
        numbers(CAPTURE_CHANNEL_COUNT),
        numbers(6),
        numbers(4 * JOINTS.length),
        (whose, told, channels, places, rotations) => {
          const sent = Object.assign(createCaptureFrame(), whose, told);
          if (sent.faceFound) sent.channels.set(channels);
          if (sent.hasHeadPosition) sent.headPosition.set(places.slice(3));
          if (sent.bodyFound) {
            sent.body.pelvis.set(places.slice(0, 3));
            sent.body.rotations.set(rotations);
          }
          expect(framesOf(captureHeaderLine(sent), captureFrameLine(sent))).toEqual([sent]);
        },
      ),
      { numRuns: 50 },
    );
  });

  it('may come without their line feeds, with those of Windows, and with empty lines', () => {
    const line = captureFrameLine(faceFrame({ timeSeconds: 3 }));
    const lines = ['', `${header.trimEnd()}\r`, line.trimEnd(), '', line];
    expect(framesOf(...lines).map(({ timeSeconds }) => timeSeconds)).toEqual([3, 3]);
  });

  it('are read by the names of their header, which others may write', () => {
    const own = {
      ...{ format: 'mimesis-capture', version: 1, deviceId: '', subject: 'S', note: 'by hand' },
      ...{ channels: ['other', 'jawOpen', 'eyeBlinkLeft'], joints: ['tail', 'head'] },
    };
    const line = {
      ...{ time: 1, isTimed: true, frameRate: 24, face: [9, 0.5, 0.25], mood: 'good' },
      body: { pelvis: [1, 2, 3], rotations: [9, 9, 9, 9, 1, 0, 0, 0] },
    };
    const frame = faceFrame({}, { tongueOut: 1 });
    frame.body.rotations.fill(0.5);
    const reader = createCaptureLineReader();
    expect(reader.read(JSON.stringify(own), frame)).toBe(false);
    expect(reader.read(JSON.stringify(line), frame)).toBe(true);
    expect(frame.channels[CAPTURE_CHANNEL_INDEX.get('jawOpen') ?? -1]).toBe(0.5);
    expect(frame.channels[CAPTURE_CHANNEL_INDEX.get('eyeBlinkLeft') ?? -1]).toBe(0.25);
    expect(frame.channels[CAPTURE_CHANNEL_INDEX.get('tongueOut') ?? -1]).toBe(0);
    const head = 4 * JOINTS.findIndex(({ name }) => name === 'head');
    expect([...frame.body.rotations.subarray(head, head + 4)]).toEqual([1, 0, 0, 0]);
    expect([...frame.body.rotations.subarray(0, 4)]).toEqual([0, 0, 0, 1]);
    expect([...frame.body.pelvis]).toEqual([1, 2, 3]);
  });

  const bare = { time: 1, isTimed: true, frameRate: 60 };
  it.each<[string, string[], RegExp]>([
    ['that are no JSON', [header, 'time 1'], /^Line 2 of the captured frames is no JSON/],
    ['without a header', [JSON.stringify(bare)], /^Line 1 .*is no header/],
    ['of a later version', [header.replace('"version":1', '"version":2')], /^Line 1 .*later version/],
    ['of another format', [header.replace('mimesis-capture', 'other')], /^Line 1 .*is no header/],
    ['with a name twice', [header.replace('"jawLeft"', '"jawOpen"')], /^Line 1 .*name is there twice/s],
    ['with no time', [header, '', '{"isTimed":true,"frameRate":60}'], /^Line 3 .*is no frame.*time/s],
    ['cut off', [header, JSON.stringify({ ...bare, face: [1, 2] })], /^Line 2 .*2 numbers for 61 channels/],
    [
      'with no rotations',
      [header, JSON.stringify({ ...bare, body: { pelvis: [0, 0, 0], rotations: [] } })],
      /^Line 2 .*0 numbers for \d+ joints/,
    ],
    [
      'of numbers too large',
      [header, JSON.stringify({ ...bare, headPosition: [0, 1e39, 0] })],
      /^Line 2 .*single precision/s,
    ],
    ['that are infinite', [header, '{"time":1e999,"isTimed":true,"frameRate":60}'], /^Line 2 .*no frame/],
  ])('%s are refused with their line', (_, lines, message) => {
    expect(() => framesOf(...lines)).toThrow(message);
  });

  it('that are any text at all are read or refused, never worse', () => {
    const line = captureFrameLine(faceFrame());
    const cut = fc.nat(line.length).map((end) => line.slice(0, end));
    const changed = fc
      .tuple(fc.nat(line.length), fc.string({ maxLength: 3 }))
      .map(([at, text]) => line.slice(0, at) + text + line.slice(at + 1));
    const anything = fc.oneof(
      fc.string(),
      cut,
      changed,
      fc.json(),
      fc.constantFrom(header, line, 'null', '[]'),
    );
    fc.assert(
      fc.property(fc.boolean(), fc.array(anything, { maxLength: 4 }), (hasHeader, lines) => {
        const reader = createCaptureLineReader();
        const frame = createCaptureFrame();
        try {
          for (const each of hasHeader ? [header, ...lines] : lines) reader.read(each, frame);
        } catch (error) {
          expect(error).toBeInstanceOf(MimesisError);
        }
        expect(frame.channels.every(Number.isFinite)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
