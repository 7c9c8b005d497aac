import { describe, expect, it } from 'vitest';
import {
  clearLandmarkFrame,
  copyLandmarkFrame,
  createLandmarkFrame,
  JOINT_COUNT,
  type LandmarkFrame,
} from '#shared/body/index.ts';
import { standing } from '../../poser/testing.ts';
import { PerformerFrame } from './performerFrame.ts';

const body = (into: LandmarkFrame): void => copyLandmarkFrame(standing(), into);

/** What a performer's frames are of these pictures, one after another at 20 a second. */
function framesOf(...writes: ((into: LandmarkFrame) => void)[]) {
  const performer = new PerformerFrame();
  const landmarks = createLandmarkFrame();
  return writes.map((write, i) => {
    clearLandmarkFrame(landmarks);
    write(landmarks);
    landmarks.timeSeconds = 1000 + i / 20;
    const frame = performer.of(landmarks);
    return { ...frame, rotations: frame.body.rotations.slice() };
  });
}

describe('what is found in pictures, as a performer', () => {
  it('has a body while a pose or a hand is seen, and a face while one is', () => {
    const frames = framesOf(
      body,
      (into) => {
        into.hands.left.presence = 'tracked';
        into.hands.left.signals.world.set([0, 0, 0, 0.02, -0.08, 0]);
      },
      ({ face }) => {
        face.presence = 'tracked';
        face.signals.head.set([0, 0, 0, 1, 0, 0, -0.5]);
      },
      () => {},
    );
    expect(frames.map(({ faceFound, bodyFound }) => [faceFound, bodyFound])).toEqual([
      [false, true],
      [false, true],
      [true, false],
      [false, false],
    ]);
    expect(frames[1]?.timeSeconds).toBe(1000.05);
  });

  it('holds rotations whatever is missing', () => {
    for (const { rotations } of framesOf(body, () => {}, body)) {
      for (let joint = 0; joint < JOINT_COUNT; joint++) {
        expect(Math.hypot(...rotations.subarray(4 * joint, 4 * joint + 4))).toBeCloseTo(1, 4);
      }
    }
  });
});
