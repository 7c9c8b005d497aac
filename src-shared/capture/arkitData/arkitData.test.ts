import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CAPTURE_CHANNELS,
  type CaptureChannel,
  type CaptureFrame,
  createCaptureFrame,
} from '../captureFrame.ts';
import { faceFrame } from '../testing/faceFrame.ts';
import { decodeArkitData } from './decodeMessage.ts';
import { encodeArkitData } from './encodeMessage.ts';

const before = (): CaptureFrame =>
  faceFrame({ deviceId: 'D', subject: 'before' }, { jawOpen: 1, browInnerUp: 1, headYaw: 1 });
const read = (text: string): { outcome: string; frame: CaptureFrame } => {
  const frame = before();
  return { outcome: decodeArkitData(Buffer.from(text), frame), frame };
};
const channel = (frame: CaptureFrame, name: CaptureChannel): number =>
  frame.channels[CAPTURE_CHANNELS.indexOf(name)] ?? Number.NaN;
const timeOf = (timestamp: unknown): number | undefined => {
  const text = JSON.stringify({ type: 'arkit_data', blendshapes: { jawOpen: 1 }, timestamp });
  const { outcome, frame } = read(text);
  return outcome === 'frame' && frame.isTimed ? frame.timeSeconds : undefined;
};

describe('reading a face that a program sends', () => {
  it('takes coefficients by name, and what is missing for 0', () => {
    const { outcome, frame } = read('{"type":"arkit_data","blendshapes":{"jawOpen":0.5,"eyeBlink_R":0.25}}');
    expect(outcome).toBe('frame');
    expect(frame).toMatchObject({ deviceId: '', subject: '', faceFound: true, isTimed: false });
    expect(frame).toMatchObject({ hasHeadPosition: false, bodyFound: false });
    expect(channel(frame, 'jawOpen')).toBe(0.5);
    expect(channel(frame, 'eyeBlinkRight')).toBe(0.25);
    expect([...frame.channels].filter((value) => value !== 0)).toHaveLength(2);
  });

  it('holds coefficients within 0..1, and leaves angles as they are', () => {
    const { frame } = read(
      '{"type":"arkit_data","blendshapes":{"jawOpen":1.5,"jawLeft":-0.5,"headYaw":-1.5,"rightEyeRoll":2}}',
    );
    expect(channel(frame, 'jawOpen')).toBe(1);
    expect(channel(frame, 'jawLeft')).toBe(0);
    expect(channel(frame, 'headYaw')).toBe(-1.5);
    expect(channel(frame, 'rightEyeRoll')).toBe(2);
  });

  it('passes over names that are unknown or not fit for one', () => {
    const { outcome, frame } = read(
      '{"type":"arkit_data","blendshapes":{"jawOpen":1,"jaw open":1,"<b>":1,"__proto__":1,"":1,"constructor":1}}',
    );
    expect(outcome).toBe('frame');
    expect([...frame.channels].filter((value) => value !== 0)).toEqual([1]);
  });

  it('takes a message without a known name for a sender that sees no face', () => {
    for (const blendshapes of ['{}', '{"FM_SAD":1}']) {
      const { outcome, frame } = read(`{"type":"arkit_data","blendshapes":${blendshapes}}`);
      expect(outcome).toBe('alive');
      expect(frame).toMatchObject({ deviceId: '', subject: '', faceFound: false, bodyFound: false });
    }
  });

  it('reads the time in ISO 8601, in UTC where it has no zone, or as a number of seconds or milliseconds', () => {
    const noon = Date.UTC(2026, 4, 1, 12) / 1000;
    expect(timeOf('2026-05-01T12:00:00Z')).toBe(noon);
    expect(timeOf('2026-05-01T12:00:00.250')).toBe(noon + 0.25);
    expect(timeOf('2026-05-01T12:00:00.250999')).toBe(noon + 0.25);
    expect(timeOf('2026-05-01T14:00:00+02:00')).toBe(noon);
    expect(timeOf('2026-05-01T14:00:00.5+0200')).toBe(noon + 0.5);
    expect(timeOf(noon + 0.125)).toBe(noon + 0.125);
    expect(timeOf((noon + 0.125) * 1000)).toBe(noon + 0.125);
    expect(timeOf(0)).toBe(0);
  });

  it.each<[string, string]>([
    ['', 'foreign'],
    ['[]', 'foreign'],
    ['{"type":"set_emotion","emotion":"happy"}', 'foreign'],
    ['{"FaceFound":true}', 'foreign'],
    ['{"type":"arkit_data","blendshapes":{"jawOpen":1}', 'malformed'],
    ['{"type":"arkit_data"}', 'malformed'],
    ['{"type":"arkit_data","blendshapes":[1]}', 'malformed'],
    ['{"type":"arkit_data","blendshapes":{"jawOpen":"1"}}', 'malformed'],
    ['{"type":"arkit_data","blendshapes":{"headYaw":1e39}}', 'malformed'],
    ['{"type":"arkit_data","blendshapes":{"jawOpen":1e999}}', 'malformed'],
    ['{"type":"arkit_data","blendshapes":{"jawOpen":1},"timestamp":"yesterday"}', 'malformed'],
    ['{"type":"arkit_data","blendshapes":{"jawOpen":1},"timestamp":"2026-13-01T12:00:00Z"}', 'malformed'],
    [`{"type":"arkit_data","blendshapes":{"jawOpen":1},"x":"${'x'.repeat(20_000)}"}`, 'malformed'],
  ])('says what %j is and leaves the frame as it was', (text, expected) => {
    const { outcome, frame } = read(text);
    expect(outcome).toBe(expected);
    expect(frame).toEqual(before());
  });
});

describe('a face as a program sends it', () => {
  it('has every channel by name, and its time', () => {
    const frame = Object.assign(
      faceFrame({ timeSeconds: Date.UTC(2026, 4, 1, 12) / 1000 + 0.25 }, { eyeBlinkLeft: 0.5, headYaw: -1 }),
      { isTimed: true },
    );
    const text = Buffer.from(encodeArkitData(frame)).toString();
    expect(text).toMatch(/^\{"type":"arkit_data","blendshapes":\{"eyeBlinkLeft":0\.5,"eyeLookDownLeft":0,/);
    expect(text).toMatch(
      /"tongueOut":0,"headYaw":-1,.*"rightEyeRoll":0\},"timestamp":"2026-05-01T12:00:00\.250Z"\}$/,
    );
  });

  it('has its time to the nearest millisecond', () => {
    const frame = Object.assign(faceFrame({ timeSeconds: 134_352_954.177 }), { isTimed: true });
    expect(Buffer.from(encodeArkitData(frame)).toString()).toMatch(
      /"timestamp":"1974-04-05T00:15:54\.177Z"\}$/,
    );
  });

  it('has no names without a face, and no time where none is known', () => {
    expect(Buffer.from(encodeArkitData(createCaptureFrame())).toString()).toBe(
      '{"type":"arkit_data","blendshapes":{}}',
    );
  });

  it('is read back', () => {
    const coefficients = fc.array(fc.float({ min: 0, max: 1, noNaN: true }), {
      minLength: 52,
      maxLength: 52,
    });
    const angles = fc.array(fc.float({ noNaN: true, noDefaultInfinity: true }), {
      minLength: 9,
      maxLength: 9,
    });
    const milliseconds = fc.integer({ min: 0, max: 2e12 });
    fc.assert(
      fc.property(coefficients, angles, milliseconds, (values, turns, time) => {
        const sent = Object.assign(faceFrame({ timeSeconds: time / 1000 }), { isTimed: true });
        // JSON has no -0.
        sent.channels.set([...values, ...turns].map((value) => value + 0));
        const frame = createCaptureFrame();
        expect(decodeArkitData(encodeArkitData(sent), frame)).toBe('frame');
        expect(frame.channels).toEqual(sent.channels);
        expect(frame.timeSeconds).toBe(sent.timeSeconds);
      }),
    );
  });
});
