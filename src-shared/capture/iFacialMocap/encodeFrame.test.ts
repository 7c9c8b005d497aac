import { describe, expect, it } from 'vitest';
import { createCaptureFrame } from '../captureFrame.ts';
import { faceFrame } from '../testing/faceFrame.ts';
import { encodeIFacialMocap } from './encodeFrame.ts';

const frame = Object.assign(
  faceFrame(
    {},
    {
      eyeBlinkLeft: 0.504,
      jawLeft: 1.003,
      mouthRight: -0.25,
      mouthSmileRight: 0.07,
      headYaw: -Math.PI / 2,
      headPitch: Math.PI / 4,
      headRoll: 0.5,
      leftEyePitch: -Math.PI / 180,
      rightEyeYaw: Math.PI / 18,
    },
  ),
  { hasHeadPosition: true },
);
frame.headPosition.set([0.125, -0.25, -0.5]);

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('ascii');
const part = (bytes: Uint8Array, start: string): string | undefined =>
  text(bytes)
    .split('|')
    .find((field) => field.startsWith(start));

describe('a frame as the apps send it', () => {
  it('is, in version 1, names with a short side, a minus, and whole hundredths from 0 to 100', () => {
    const bytes = encodeIFacialMocap(frame, 'iFacialMocapV1');
    expect(text(bytes)).toMatch(/^trackingStatus-1\|eyeBlink_L-50\|eyeLookDown_L-0\|/);
    expect(part(bytes, 'jawLeft')).toBe('jawLeft-100');
    expect(part(bytes, 'mouthRight')).toBe('mouthRight-0');
    expect(part(bytes, 'mouthSmile_R')).toBe('mouthSmile_R-7');
    expect(text(bytes).split('|')).toHaveLength(1 + 52 + 3 + 1);
  });

  it('ends with the head, then the right eye, then the left, and a bar', () => {
    expect(text(encodeIFacialMocap(frame, 'iFacialMocapV1'))).toMatch(
      /\|tongueOut-0\|=head#45\.000001,90\.000003,-28\.647890,0\.125000,-0\.250000,-0\.500000\|rightEye#0\.000000,-10\.000000,0\.000000\|leftEye#-1\.000000,0\.000000,0\.000000\|$/,
    );
  });

  it('has, in version 2, an ampersand and negative values', () => {
    const bytes = encodeIFacialMocap(frame, 'iFacialMocapV2');
    expect(text(bytes)).toMatch(/^trackingStatus&1\|eyeBlink_L&50\|/);
    expect(part(bytes, 'mouthRight')).toBe('mouthRight&-25');
  });

  it('has, in Facemotion3d, the names of ARKit', () => {
    const bytes = encodeIFacialMocap(frame, 'facemotion3d');
    expect(part(bytes, 'eyeBlinkLeft')).toBe('eyeBlinkLeft&50');
    expect(part(bytes, 'mouthSmileRight')).toBe('mouthSmileRight&7');
  });

  it('says no more than that no face is seen where none is', () => {
    expect(text(encodeIFacialMocap(createCaptureFrame(), 'iFacialMocapV1'))).toBe('trackingStatus-0|');
    expect(text(encodeIFacialMocap(createCaptureFrame(), 'facemotion3d'))).toBe('trackingStatus&0|');
  });

  it('has a head at 0 where the place is not known', () => {
    expect(part(encodeIFacialMocap(faceFrame(), 'iFacialMocapV1'), '=head')).toBe(
      '=head#0.000000,0.000000,0.000000,0.000000,0.000000,0.000000',
    );
  });
});
