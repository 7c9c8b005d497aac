import { describe, expect, it } from 'vitest';
import { createSkeletonPose, FINGERS, jointIndex } from '../skeleton/index.ts';
import { HAND_SHAPES, type HandShapeName } from './handShapes.ts';
import { poseHand } from './poseHand.ts';

describe('a hand shape', () => {
  it.each(Object.keys(HAND_SHAPES) as HandShapeName[])('%s is held by both hands as in a mirror', (name) => {
    const shape = HAND_SHAPES[name];
    const { rotations } = createSkeletonPose();
    poseHand('left', shape, shape, 0, rotations);
    poseHand('right', shape, shape, 0, rotations);
    for (const part of ['thumb', ...FINGERS] as const) {
      for (const phalanx of [1, 2, 3] as const) {
        const left = 4 * jointIndex(`${part}_0${phalanx}_l`);
        const right = 4 * jointIndex(`${part}_0${phalanx}_r`);
        const [x = 0, y = 0, z = 0, w = 0] = rotations.subarray(left, left + 4);
        const mirrored = [x, -y, -z, w];
        mirrored.forEach((value, i) => {
          expect(rotations[right + i], `${part} ${phalanx}`).toBeCloseTo(value, 6);
        });
      }
    }
  });
});
