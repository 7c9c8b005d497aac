import { describe, expect, it } from 'vitest';
import { createLandmarkFrame } from '../body/index.ts';
import { ARKIT_INDEX, LOOK_SIDE_RADIANS, LOOK_UP_DOWN_RADIANS } from '../face/index.ts';
import { createCaptureFrame } from './captureFrame.ts';
import { frameOfLandmarks } from './frameOfLandmarks.ts';
import { headQuaternionOfPhone } from './headRotation.ts';

/** What becomes of a face with these coefficients, its head turned. */
function captured(coefficients: Record<string, number>, head = [0.3, -0.2, 0.1] as const) {
  const landmarks = createLandmarkFrame();
  const { face } = landmarks;
  landmarks.timeSeconds = 12.5;
  face.presence = 'tracked';
  for (const [name, value] of Object.entries(coefficients)) {
    face.signals.blendshapes[ARKIT_INDEX.get(name) ?? -1] = value;
  }
  headQuaternionOfPhone(...head, face.signals.head);
  face.signals.head.set([0.05, -0.1, -0.6], 4);
  const frame = createCaptureFrame();
  frameOfLandmarks(landmarks, frame);
  return frame;
}

describe('a face that is found in a picture, as a frame of capture', () => {
  it('has its time, its coefficients, and where and how its head is', () => {
    const frame = captured({ jawOpen: 0.5 });
    expect(frame).toMatchObject({ isTimed: true, timeSeconds: 12.5, faceFound: true, hasHeadPosition: true });
    expect(frame.blendshapes[ARKIT_INDEX.get('jawOpen') ?? -1]).toBe(0.5);
    [0.3, -0.2, 0.1].forEach((angle, i) => {
      expect(frame.head[i]).toBeCloseTo(angle, 5);
    });
    expect([...frame.headPosition]).toEqual([...Float32Array.of(0.05, -0.1, -0.6)]);
  });

  it('looks where its coefficients say, to the subject’s right and down as positive', () => {
    const right = captured({ eyeLookInLeft: 1, eyeLookOutRight: 1, eyeLookDownLeft: 0.5 });
    expect(right.leftEye[0]).toBeCloseTo(LOOK_SIDE_RADIANS);
    expect(right.leftEye[1]).toBeCloseTo(LOOK_UP_DOWN_RADIANS / 2);
    expect(right.rightEye[0]).toBeCloseTo(LOOK_SIDE_RADIANS);
    const left = captured({ eyeLookOutLeft: 1, eyeLookInRight: 1, eyeLookUpRight: 1 });
    expect(left.leftEye[0]).toBeCloseTo(-LOOK_SIDE_RADIANS);
    expect(left.rightEye[0]).toBeCloseTo(-LOOK_SIDE_RADIANS);
    expect(left.rightEye[1]).toBeCloseTo(-LOOK_UP_DOWN_RADIANS);
  });

  it('is not found where the picture shows none', () => {
    const frame = captured({});
    frameOfLandmarks(createLandmarkFrame(), frame);
    expect(frame).toMatchObject({ faceFound: false, hasHeadPosition: false });
  });
});
