import { describe, expect, it } from 'vitest';
import { createCaptureFrame } from '../captureFrame.ts';
import { faceFrame } from '../testing/faceFrame.ts';
import { encodeVtubeStudio } from './encodeFrame.ts';

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString();

describe('a frame as VTube Studio sends it', () => {
  it('has its keys in its order, degrees, and names with a capital', () => {
    const frame = faceFrame(
      { timeSeconds: 1_664_817_520.079 },
      { eyeBlinkLeft: 0.5, mouthSmileRight: 0.25, headPitch: Math.PI, leftEyeYaw: -Math.PI / 2 },
    );
    const sent = text(encodeVtubeStudio(frame));
    expect(sent).toMatch(
      /^\{"Timestamp":1664817520079,"Hotkey":-1,"FaceFound":true,"Rotation":\{"x":180\.00000\d*,"y":0,"z":0\},"Position":\{"x":0,"y":0,"z":0\},"EyeLeft":\{"x":0,"y":90\.00000\d*,"z":0\},"EyeRight":\{"x":0,"y":0,"z":0\},"BlendShapes":\[\{"k":"EyeBlinkLeft","v":0\.5\},\{"k":"EyeLookDownLeft","v":0\},/,
    );
    expect(sent).toContain('{"k":"MouthSmileRight","v":0.25}');
    expect(sent.match(/"k":/g)).toHaveLength(52);
  });

  it('has hundredths of a metre', () => {
    const frame = Object.assign(faceFrame(), { hasHeadPosition: true });
    frame.headPosition.set([0.125, -0.25, 0.5]);
    expect(text(encodeVtubeStudio(frame))).toContain('"Position":{"x":12.5,"y":-25,"z":50}');
  });

  it('has no coefficients where no face is found', () => {
    expect(text(encodeVtubeStudio(createCaptureFrame()))).toMatch(
      /"FaceFound":false,.*"BlendShapes":\[\]\}$/,
    );
  });
});
