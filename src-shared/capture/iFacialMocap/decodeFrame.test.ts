import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ARKIT_BLENDSHAPES, type ArkitBlendshape } from '../../face/index.ts';
import { shortSpelling } from '../blendshapeSpellings.ts';
import { type CaptureFrame, createCaptureFrame } from '../captureFrame.ts';
import { faceFrame } from '../testing/faceFrame.ts';
import { createIFacialMocapDecoder } from './decodeFrame.ts';
import { encodeIFacialMocap, type IFacialMocapDialect } from './encodeFrame.ts';

const decode = createIFacialMocapDecoder();
const read = (text: string): { outcome: string; frame: CaptureFrame } => {
  const frame = faceFrame({ deviceId: 'D', subject: 'before' }, { jawOpen: 1, headYaw: 1 });
  return { outcome: decode(Buffer.from(text), frame), frame };
};
const coefficient = (frame: CaptureFrame, name: ArkitBlendshape): number =>
  frame.blendshapes[ARKIT_BLENDSHAPES.indexOf(name)] ?? Number.NaN;
const degrees = (angle: number): number => (angle * Math.PI) / 180;

describe('reading a frame of iFacialMocap', () => {
  it('reads version 1: whole hundredths by name, angles in degrees, the place of the head', () => {
    const { outcome, frame } = read(
      'mouthSmile_L-25|jawOpen-100|jawLeft-7|mouthRight-8|eyeBlink_R-50|' +
        '=head#-20,10,5,0.1,-0.2,-0.6|rightEye#6,2,1|leftEye#3,-4,0.5|',
    );
    expect(outcome).toBe('frame');
    expect(frame).toMatchObject({ deviceId: '', subject: '', isTimed: false, frameRate: 0, faceFound: true });
    expect(coefficient(frame, 'mouthSmileLeft')).toBe(0.25);
    expect(coefficient(frame, 'jawOpen')).toBe(1);
    expect(coefficient(frame, 'jawLeft')).toBeCloseTo(0.07, 6);
    expect(coefficient(frame, 'mouthRight')).toBeCloseTo(0.08, 6);
    expect(coefficient(frame, 'eyeBlinkRight')).toBe(0.5);
    expect(frame.head).toEqual(Float32Array.of(degrees(-10), degrees(-20), degrees(-5)));
    expect(frame.rightEye).toEqual(Float32Array.of(degrees(-2), degrees(6), degrees(-1)));
    expect(frame.leftEye).toEqual(Float32Array.of(degrees(4), degrees(3), degrees(-0.5)));
    expect(frame.hasHeadPosition).toBe(true);
    expect(frame.headPosition).toEqual(Float32Array.of(0.1, -0.2, -0.6));
    expect(frame.bodyFound).toBe(false);
  });

  it('reads version 2 and negative values', () => {
    const { outcome, frame } = read('mouthClose&-12|jawOpen&40|=head#0,0,0,0,0,0|');
    expect(outcome).toBe('frame');
    expect(coefficient(frame, 'mouthClose')).toBeCloseTo(-0.12, 6);
    expect(coefficient(frame, 'jawOpen')).toBeCloseTo(0.4, 6);
  });

  it('reads a minus after the minus of version 1', () => {
    expect(coefficient(read('jawOpen--5|').frame, 'jawOpen')).toBeCloseTo(-0.05, 6);
  });

  it('reads Facemotion3d, whose names are those of ARKit, and passes over its own', () => {
    const { frame } = read('eyeLookOutLeft&3|FM_SAD&90|mouthSmileRight&11|=head#1,2,3,4,5,6|');
    expect(coefficient(frame, 'eyeLookOutLeft')).toBeCloseTo(0.03, 6);
    expect(coefficient(frame, 'mouthSmileRight')).toBeCloseTo(0.11, 6);
    expect([...frame.blendshapes].filter((value) => value !== 0)).toHaveLength(2);
  });

  it('knows each coefficient in each spelling', () => {
    for (const [index, name] of ARKIT_BLENDSHAPES.entries()) {
      for (const spelling of [name, shortSpelling(name)]) {
        const { frame } = read(`${spelling}-50|`);
        expect([...frame.blendshapes.entries()].filter(([, value]) => value !== 0)).toEqual([[index, 0.5]]);
      }
    }
  });

  it('takes what is missing for 0', () => {
    const { outcome, frame } = read('eyeBlink_L-50');
    expect(outcome).toBe('frame');
    expect([...frame.channels].filter((value) => value !== 0)).toEqual([0.5]);
    expect(frame.hasHeadPosition).toBe(false);
  });

  it('takes a head without a place', () => {
    const { frame } = read('jawOpen-1|=head#10,0,0|leftEye#1,2|');
    expect(frame.head).toEqual(Float32Array.of(0, degrees(10), 0));
    expect(frame.hasHeadPosition).toBe(false);
    expect(frame.leftEye).toEqual(new Float32Array(3));
  });

  it('takes the eyes in any order, before the head as well', () => {
    const { frame } = read('leftEye#1,0,0|jawOpen-1|rightEye#2,0,0|=head#3,0,0,0,0,0|');
    expect(frame.leftEye[1]).toBeCloseTo(degrees(1), 6);
    expect(frame.rightEye[1]).toBeCloseTo(degrees(2), 6);
    expect(frame.head[1]).toBeCloseTo(degrees(3), 6);
  });

  it('passes over unknown names, a tail that is there twice and what follows', () => {
    const { outcome, frame } = read(
      'hapihapi-0|jawOpen-30|=head#0,0,0,0,0,0|leftEye#1,2,3|leftEye#9,9,9|7520553|leftEye#6.0\0\0',
    );
    expect(outcome).toBe('frame');
    expect(frame.leftEye).toEqual(Float32Array.of(degrees(-2), degrees(1), degrees(-3)));
  });

  it('passes over a value that cannot be read, and takes one that comes after it', () => {
    for (const bad of ['', 'x', 'NaN', 'Infinity', '1e999', '1.2.3', '0x10', '1e', '--1', '4e38', '.']) {
      const { outcome, frame } = read(`jawOpen&${bad}|jawOpen&20|mouthPucker&${bad}|=head#1,${bad},3|`);
      expect(outcome).toBe('frame');
      expect(coefficient(frame, 'jawOpen')).toBeCloseTo(0.2, 6);
      expect(coefficient(frame, 'mouthPucker')).toBe(0);
      expect(frame.head).toEqual(new Float32Array(3));
    }
  });

  it('reads numbers as apps write them', () => {
    const numbers = { '5': 5, '+5': 5, '5.5': 5.5, '.5': 0.5, '5.': 5, '5E1': 50, '5e-2': 0.05, '-0': 0 };
    for (const [text, value] of Object.entries(numbers))
      expect(coefficient(read(`jawOpen&${text}|`).frame, 'jawOpen')).toBeCloseTo(value / 100, 7);
  });

  it.each([
    '',
    '|',
    ' \n',
    '|=|\0',
    'trackingStatus-0|',
    'trackingStatus&0|jawOpen&50|',
    '=head#1,2,3,4,5,6|',
  ])('takes %j for a phone that sees no face', (text) => {
    const { outcome, frame } = read(text);
    expect(outcome).toBe('alive');
    expect(frame).toMatchObject({ deviceId: '', subject: '', faceFound: false, bodyFound: false });
  });

  it.each<[string, string]>([
    ['iFacialMocap_sahuasouryya9218sauhuiayeta91555dy3719', 'foreign'],
    ['{"FaceFound":true}', 'foreign'],
    ['head-3|jawOpen#1,2,3|', 'foreign'],
    ['jawOpen', 'foreign'],
    ['jawOpen-x|leftEye#|', 'malformed'],
    [`jawOpen-1|${'x'.repeat(9000)}`, 'malformed'],
  ])('says what %j is and leaves the frame as it was', (text, expected) => {
    const { outcome, frame } = read(text);
    expect(outcome).toBe(expected);
    expect(frame).toEqual(faceFrame({ deviceId: 'D', subject: 'before' }, { jawOpen: 1, headYaw: 1 }));
  });

  it('reads back what each app would send', () => {
    const hundredth = fc.integer({ min: -100, max: 100 });
    const angle = fc.float({ min: -3, max: 3, noNaN: true });
    const place = fc.float({ min: -2, max: 2, noNaN: true });
    fc.assert(
      fc.property(
        fc.constantFrom<IFacialMocapDialect>('iFacialMocapV1', 'iFacialMocapV2', 'facemotion3d'),
        fc.array(hundredth, { minLength: 52, maxLength: 52 }),
        fc.array(angle, { minLength: 9, maxLength: 9 }),
        fc.array(place, { minLength: 3, maxLength: 3 }),
        fc.boolean(),
        (dialect, hundredths, angles, position, faceFound) => {
          const sent = Object.assign(createCaptureFrame(), { faceFound, hasHeadPosition: true });
          sent.channels.set([...hundredths.map((value) => value / 100), ...angles]);
          sent.headPosition.set(position);
          const frame = createCaptureFrame();
          expect(decode(encodeIFacialMocap(sent, dialect), frame)).toBe(faceFound ? 'frame' : 'alive');
          if (!faceFound) return;
          const least = dialect === 'iFacialMocapV1' ? 0 : -100;
          expect([...frame.blendshapes]).toEqual(
            hundredths.map((value) => Math.fround(Math.max(least, value) / 100)),
          );
          for (const [index, value] of angles.entries())
            expect(frame.channels[52 + index]).toBeCloseTo(value, 6);
          for (const [index, value] of position.entries())
            expect(frame.headPosition[index]).toBeCloseTo(value, 5);
        },
      ),
    );
  });
});
