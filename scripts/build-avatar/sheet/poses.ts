import {
  HAND_SHAPES,
  type HandHold,
  type HandShapeName,
  handRotation,
  JOINT_COUNT,
  jointPlaces,
  type Outward,
  placeHand,
  poseHand,
  SIDES,
  type Side,
  toWorld,
  worldRotations,
} from '#shared/body/index.ts';
import { PROFILE_TARGETS } from '#shared/face/index.ts';
import { type AvatarPose, createAvatarPose } from '#shared/performance/index.ts';

/** How an arm is held. */
export interface ArmHold extends HandHold {
  /** Where the elbow shows. */
  readonly elbow?: Outward;
}
type Arms = ArmHold | Readonly<Record<Side, ArmHold>>;

const ELBOW: Outward = [0.5, -0.8, -0.35];
const HANGING: ArmHold = { wrist: [0.24, 0.875, 0.05], fingers: [0.05, -1, 0.12], palm: [-1, 0, 0] };

/** Someone who stands and holds arms and hands in this way; one hold is for both arms. */
export function standing(arms: Arms, shape: HandShapeName): AvatarPose {
  const pose = createAvatarPose();
  const { rotations } = pose.body;
  const world = new Float32Array(rotations.length);
  const places = new Float32Array(3 * JOINT_COUNT);
  worldRotations(rotations, world);
  jointPlaces(pose.body, world, places);
  for (const side of SIDES) {
    const hold = 'wrist' in arms ? arms : arms[side];
    const goal = {
      wrist: new Float32Array(3),
      elbow: new Float32Array(3),
      hand: handRotation(side, hold),
    };
    toWorld(side, hold.wrist, goal.wrist);
    toWorld(side, hold.elbow ?? ELBOW, goal.elbow);
    placeHand(side, goal, rotations, world, places);
    poseHand(side, HAND_SHAPES[shape], HAND_SHAPES[shape], 0, rotations);
  }
  return pose;
}

/** A face with these targets at their full weights. Throws for a name that no target has. */
export function facing(...targets: readonly string[]): AvatarPose {
  const pose = standing(HANGING, 'relaxed');
  for (const target of targets) {
    const at = PROFILE_TARGETS.cc4_extended.indexOf(target);
    if (at < 0) throw new Error(`There is no target ${target}.`);
    pose.weights[at] = 1;
  }
  return pose;
}
