import { Vector3 } from 'three';
import { describe, expect, it } from 'vitest';
import {
  HAND_LANDMARKS,
  type HandChannel,
  type JointName,
  POSE_LANDMARKS,
  type PoseChannel,
} from '#shared/body/index.ts';
import { Poser } from './poser.ts';
import { placesOf, standing, withHand } from './testing.ts';
import { directionBetween } from './vectors.ts';

const frame = standing({ leftElbow: [0.4, 0.4, 0.1], leftWrist: [0.45, 0.6, 0.2] });
withHand(frame, 'left');
withHand(frame, 'right');
const poser = new Poser();
poser.pose(frame, 1);
const place = placesOf(poser);

/** How far a limb points elsewhere than its landmarks. */
function awayFrom(
  { signals: { world } }: PoseChannel | HandChannel,
  landmarks: readonly [number, number],
  joints: readonly [JointName, JointName],
): number {
  const seen = directionBetween(world, ...landmarks, new Vector3());
  return place(joints[1]).sub(place(joints[0])).normalize().distanceTo(seen);
}

describe('the canonical skeleton of a posed frame', () => {
  it.each([
    ['leftShoulder', 'leftElbow', 'upperarm_l', 'lowerarm_l'],
    ['leftElbow', 'leftWrist', 'lowerarm_l', 'hand_l'],
    ['rightElbow', 'rightWrist', 'lowerarm_r', 'hand_r'],
    ['leftHip', 'leftKnee', 'thigh_l', 'calf_l'],
  ] as const)('has its limb from %s to %s as the person has', (from, to, root, tip) => {
    const landmarks = [POSE_LANDMARKS.indexOf(from), POSE_LANDMARKS.indexOf(to)] as const;
    expect(awayFrom(frame.pose, landmarks, [root, tip])).toBeLessThan(0.01);
  });

  it.each([
    ['left', 'indexMcp', 'indexPip', 'index_01_l', 'index_02_l'],
    ['left', 'thumbCmc', 'thumbMcp', 'thumb_01_l', 'thumb_02_l'],
    ['right', 'pinkyPip', 'pinkyDip', 'pinky_02_r', 'pinky_03_r'],
    ['right', 'thumbMcp', 'thumbIp', 'thumb_02_r', 'thumb_03_r'],
  ] as const)(
    'has the phalanx of the %s hand from %s to %s as the person has',
    (side, from, to, root, tip) => {
      const landmarks = [HAND_LANDMARKS.indexOf(from), HAND_LANDMARKS.indexOf(to)] as const;
      expect(awayFrom(frame.hands[side], landmarks, [root, tip])).toBeLessThan(0.01);
    },
  );
});
