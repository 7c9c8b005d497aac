import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SIDES } from '../landmarks.ts';
import {
  createSkeletonPose,
  JOINT_COUNT,
  jointIndex,
  jointPlaces,
  reach,
  relativeQuaternion,
  sideLetter,
  worldRotations,
} from './index.ts';

const [SHOULDER_Y, SHOULDER_X, SHOULDER_Z] = [1.388, 0.166, -0.008];

/** Where wrist and elbow are once an arm has reached for a place. */
function reachFor(side: 'left' | 'right', wrist: number[], elbow: number[]) {
  const letter = sideLetter(side);
  const upper = jointIndex(`upperarm_${letter}`);
  const fore = jointIndex(`lowerarm_${letter}`);
  const pose = createSkeletonPose();
  const world = new Float32Array(4 * JOINT_COUNT);
  worldRotations(pose.rotations, world);
  const shoulder = [side === 'left' ? SHOULDER_X : -SHOULDER_X, SHOULDER_Y, SHOULDER_Z];
  reach(side, shoulder, wrist, elbow, world, 4 * upper, 4 * fore);
  relativeQuaternion(
    world,
    4 * jointIndex(`clavicle_${letter}`),
    world,
    4 * upper,
    pose.rotations,
    4 * upper,
  );
  relativeQuaternion(world, 4 * upper, world, 4 * fore, pose.rotations, 4 * fore);
  worldRotations(pose.rotations, world);
  const places = new Float32Array(3 * JOINT_COUNT);
  jointPlaces(pose, world, places);
  const at = (joint: number) => [...places.subarray(3 * joint, 3 * joint + 3)];
  return { wrist: at(jointIndex(`hand_${letter}`)), elbow: at(fore), rotations: pose.rotations };
}

const coordinate = fc.double({ min: -1, max: 1, noNaN: true });

describe('an arm that reaches', () => {
  it('has its wrist where it shall be, wherever that is within its length', () => {
    fc.assert(
      fc.property(fc.constantFrom(...SIDES), coordinate, coordinate, coordinate, (side, x, y, z) => {
        const length = Math.hypot(x, y, z);
        fc.pre(length > 0.15);
        const far = 0.1 + 0.42 * Math.min(1, length);
        const from = [side === 'left' ? SHOULDER_X : -SHOULDER_X, SHOULDER_Y, SHOULDER_Z];
        const goal = [x, y, z].map((value, i) => (from[i] ?? 0) + (value / length) * far);
        const { wrist } = reachFor(side, goal, [0, -1, -0.2]);
        for (let i = 0; i < 3; i++) expect(wrist[i]).toBeCloseTo(goal[i] ?? 0, 4);
      }),
    );
  });

  it('is straight towards what is too far away', () => {
    const { wrist } = reachFor('left', [5, SHOULDER_Y, SHOULDER_Z], [0, -1, 0]);
    expect(wrist[0]).toBeCloseTo(SHOULDER_X + 0.53, 2);
  });

  it('shows its elbow where it is asked to', () => {
    expect(reachFor('left', [0.2, 1.2, 0.25], [0, -1, 0]).elbow[1]).toBeLessThan(1.2);
    expect(reachFor('right', [-0.2, 1.2, 0.25], [-1, 0, 0]).elbow[0]).toBeLessThan(-0.3);
  });

  it('stays a rotation where the elbow shall show along the arm itself', () => {
    const { rotations } = reachFor('left', [SHOULDER_X, 1.0, SHOULDER_Z], [0, -1, 0]);
    for (const value of rotations) expect(Number.isFinite(value)).toBe(true);
  });
});
