import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ARKIT_BLENDSHAPES, type ArkitBlendshape } from '../../face/index.ts';
import { type CaptureFrame, createCaptureFrame } from '../captureFrame.ts';
import { faceFrame } from '../testing/faceFrame.ts';
import { createVtubeStudioDecoder } from './decodeFrame.ts';
import { encodeVtubeStudio } from './encodeFrame.ts';

const decode = createVtubeStudioDecoder();

/** A frame written by hand. */
const FRAME =
  '{"Timestamp":1664817520079,"Hotkey":-1,"FaceFound":true,' +
  '"Rotation":{"x":-10,"y":20,"z":5},"Position":{"x":10,"y":-20,"z":50},' +
  '"EyeLeft":{"x":3,"y":9,"z":0.5},"EyeRight":{"x":4,"y":12},' +
  '"BlendShapes":[{"k":"EyeBlinkRight","v":0.25},{"k":"JawOpen","v":1},{"k":"MouthLeft","v":0.5}]}';

const read = (text: string): { outcome: string; frame: CaptureFrame } => {
  const frame = faceFrame({ deviceId: 'D', subject: 'before' }, { jawOpen: 1, browInnerUp: 1, headYaw: 1 });
  return { outcome: decode(Buffer.from(text), frame), frame };
};
const coefficient = (frame: CaptureFrame, name: ArkitBlendshape): number =>
  frame.blendshapes[ARKIT_BLENDSHAPES.indexOf(name)] ?? Number.NaN;
const degrees = (angle: number): number => (angle * Math.PI) / 180;

describe('reading a frame of VTube Studio', () => {
  it('fills a frame: when, coefficients by name, angles in degrees, the place of the head', () => {
    const { outcome, frame } = read(FRAME);
    expect(outcome).toBe('frame');
    expect(frame).toMatchObject({ deviceId: '', subject: '', isTimed: true, faceFound: true, frameRate: 0 });
    expect(frame.timeSeconds).toBe(1_664_817_520.079);
    expect(coefficient(frame, 'eyeBlinkRight')).toBe(0.25);
    expect(coefficient(frame, 'jawOpen')).toBe(1);
    expect(coefficient(frame, 'mouthLeft')).toBe(0.5);
    expect(coefficient(frame, 'browInnerUp')).toBe(0);
    expect(frame.head).toEqual(Float32Array.of(degrees(-20), degrees(-10), degrees(-5)));
    expect(frame.leftEye).toEqual(Float32Array.of(degrees(-9), degrees(3), degrees(-0.5)));
    expect(frame.rightEye).toEqual(Float32Array.of(degrees(-12), degrees(4), 0));
    expect(frame.hasHeadPosition).toBe(true);
    expect(frame.headPosition).toEqual(Float32Array.of(0.1, -0.2, 0.5));
  });

  it('says that the phone runs where it has lost the face', () => {
    const { outcome, frame } = read('{"Timestamp":1,"Hotkey":-1,"FaceFound":false,"BlendShapes":[]}');
    expect(outcome).toBe('alive');
    expect(frame).toMatchObject({ deviceId: '', subject: '', faceFound: false, bodyFound: false });
  });

  it('takes the names of Android, and passes over unknown ones and unknown keys', () => {
    const { outcome, frame } = read(
      ' {"FaceFound":true,"New":{"deep":[1,{"a":null}]},"BlendShapes":[' +
        '{"k":"mouthSmile_L","v":0.5,"w":1},{"k":"EyeBlinkLeft","v":0.25},{"k":"__proto__","v":1}]}',
    );
    expect(outcome).toBe('frame');
    expect(coefficient(frame, 'mouthSmileLeft')).toBe(0.5);
    expect(coefficient(frame, 'eyeBlinkLeft')).toBe(0.25);
    expect([...frame.channels].filter((value) => value !== 0)).toHaveLength(2);
    expect(frame).toMatchObject({ isTimed: false, hasHeadPosition: false });
  });

  it.each<[string, string]>([
    ['', 'foreign'],
    ['[1,2,3]', 'foreign'],
    ['jawOpen-50|', 'foreign'],
    ['{"messageType":"iOSTrackingDataRequest"}', 'foreign'],
    ['{"Timestamp":1}', 'foreign'],
    [FRAME.slice(0, -1), 'malformed'],
    [`${FRAME}}`, 'malformed'],
    [FRAME.replace('1664817520079', 'now'), 'malformed'],
    [FRAME.replace('"Hotkey":-1', '"Hotkey":[1'), 'malformed'],
    [FRAME.replace('"Hotkey":-1', '"Hotkey":'), 'malformed'],
    [FRAME.replace('{"k":"MouthLeft","v":0.5}', ''), 'malformed'],
    [FRAME.replace('"k":"JawOpen"', '"k":7'), 'malformed'],
    [FRAME.replace('true', '"yes"'), 'malformed'],
    [FRAME.replace('"v":1}', '"v":1e39}'), 'malformed'],
    [FRAME.replace('"v":1}', '"v":null}'), 'malformed'],
    [FRAME.replace('1664817520079', '1e999'), 'malformed'],
    [FRAME.replace('{"x":-10', '{"X":-10'), 'malformed'],
    [`${FRAME.slice(0, -1)},"more":"${'x'.repeat(20_000)}"}`, 'malformed'],
  ])('says what %j is and leaves the frame as it was', (text, expected) => {
    const { outcome, frame } = read(text);
    expect(outcome).toBe(expected);
    expect(frame).toEqual(
      faceFrame({ deviceId: 'D', subject: 'before' }, { jawOpen: 1, browInnerUp: 1, headYaw: 1 }),
    );
  });

  it('refuses what is no UTF-8', () => {
    expect(decode(Buffer.from('7b22ff', 'hex'), createCaptureFrame())).toBe('malformed');
  });

  it('reads back what was written', () => {
    const value = fc.float({ min: -2, max: 2, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(value, { minLength: 64, maxLength: 64 }),
        fc.integer({ min: 0, max: 2e12 }),
        (values, milliseconds) => {
          const sent = Object.assign(faceFrame({ timeSeconds: milliseconds / 1000 }), {
            hasHeadPosition: true,
          });
          sent.channels.set(values.slice(0, 61));
          sent.headPosition.set(values.slice(61));
          const frame = createCaptureFrame();
          expect(decode(encodeVtubeStudio(sent), frame)).toBe('frame');
          expect(frame.timeSeconds).toBe(sent.timeSeconds);
          for (const [index, channel] of sent.channels.entries())
            expect(frame.channels[index]).toBeCloseTo(channel, 6);
          for (const [index, place] of sent.headPosition.entries())
            expect(frame.headPosition[index]).toBeCloseTo(place, 6);
        },
      ),
    );
  });
});
