import { Vector3 } from 'three';
import {
  createLandmarkFrame,
  createSkeletonPose,
  HAND_LANDMARKS,
  JOINT_COUNT,
  type JointName,
  jointIndex,
  jointPlaces,
  type LandmarkFrame,
  POSE_IMAGE_STRIDE,
  POSE_LANDMARKS,
  type Side,
  WORLD_STRIDE,
  worldRotations,
} from '#shared/body/index.ts';
import type { Poser } from './poser.ts';
import { skeletonOf } from './skeletonOf.ts';

type Place = readonly [x: number, y: number, z: number];
type PoseLandmark = (typeof POSE_LANDMARKS)[number];
type HandLandmark = (typeof HAND_LANDMARKS)[number];

/** A person who stands upright with hanging arms, in metres: x to the person's left, y up, z to the camera. */
const STANDING: Partial<Record<PoseLandmark, Place>> = {
  leftEye: [0.03, 0.68, 0.1],
  leftEar: [0.075, 0.65, 0],
  mouthLeft: [0.025, 0.62, 0.1],
  leftShoulder: [0.17, 0.48, 0],
  leftElbow: [0.18, 0.2, 0],
  leftWrist: [0.18, -0.05, 0],
  leftHip: [0.1, 0, 0],
  leftKnee: [0.1, -0.42, 0],
  leftAnkle: [0.1, -0.83, 0],
  leftHeel: [0.1, -0.89, -0.04],
  leftFootIndex: [0.1, -0.89, 0.14],
};

/** A left hand that hangs open, from the wrist: the palm to the thigh, the thumb forward. */
const OPEN_HAND: Record<HandLandmark, Place> = {
  wrist: [0, 0, 0],
  thumbCmc: [-0.01, -0.02, 0.03],
  thumbMcp: [-0.02, -0.05, 0.05],
  thumbIp: [-0.03, -0.075, 0.065],
  thumbTip: [-0.035, -0.095, 0.08],
  indexMcp: [0, -0.09, 0.026],
  indexPip: [0, -0.13, 0.026],
  indexDip: [0, -0.155, 0.026],
  indexTip: [0, -0.175, 0.026],
  middleMcp: [0, -0.09, 0.006],
  middlePip: [0, -0.136, 0.006],
  middleDip: [0, -0.165, 0.006],
  middleTip: [0, -0.187, 0.006],
  ringMcp: [0, -0.085, -0.013],
  ringPip: [0, -0.128, -0.013],
  ringDip: [0, -0.155, -0.013],
  ringTip: [0, -0.177, -0.013],
  pinkyMcp: [0, -0.076, -0.029],
  pinkyPip: [0, -0.109, -0.029],
  pinkyDip: [0, -0.129, -0.029],
  pinkyTip: [0, -0.148, -0.029],
};

const mirrored = ([x, y, z]: Place): Place => [-x, y, z];

function write(world: Float32Array, landmark: number, [x, y, z]: Place): void {
  // The tracker's y points down and its z away from the camera.
  world.set([x, -y, -z], landmark * WORLD_STRIDE);
}

/** A frame with a person who stands, but for the landmarks that are given. Everything is in sight. */
export function standing(moved: Partial<Record<PoseLandmark, Place>> = {}): LandmarkFrame {
  const frame = createLandmarkFrame();
  const { image, world } = frame.pose.signals;
  frame.pose.presence = 'tracked';
  for (const [i, name] of POSE_LANDMARKS.entries()) {
    const other = name.replace('right', 'left').replace('Right', 'Left') as PoseLandmark;
    const place = moved[name] ?? STANDING[name] ?? mirrored(STANDING[other] ?? [0, 0.6, 0]);
    write(world, i, place);
    image.set([0.5 + place[0] / 2, 0.5 - place[1] / 2, -place[2] / 2, 1], i * POSE_IMAGE_STRIDE);
  }
  return frame;
}

/** Gives a frame an open hand, but for the landmarks that are given (of a left hand; a right one mirrors them). */
export function withHand(
  frame: LandmarkFrame,
  side: Side,
  moved: Partial<Record<HandLandmark, Place>> = {},
): LandmarkFrame {
  const hand = frame.hands[side];
  hand.presence = 'tracked';
  for (const [i, name] of HAND_LANDMARKS.entries()) {
    const place = moved[name] ?? OPEN_HAND[name];
    write(hand.signals.world, i, side === 'left' ? place : mirrored(place));
  }
  return frame;
}

/** Takes a landmark of the pose out of sight. */
export function hide(frame: LandmarkFrame, ...names: PoseLandmark[]): LandmarkFrame {
  for (const name of names) {
    frame.pose.signals.image[POSE_LANDMARKS.indexOf(name) * POSE_IMAGE_STRIDE + 3] = 0;
  }
  return frame;
}

/** Where the joints of a poser's figure are, in metres. */
export function placesOf(poser: Poser): (joint: JointName) => Vector3 {
  const pose = createSkeletonPose();
  skeletonOf(poser, pose);
  const world = new Float32Array(4 * JOINT_COUNT);
  worldRotations(pose.rotations, world);
  const places = new Float32Array(3 * JOINT_COUNT);
  jointPlaces(pose, world, places);
  return (joint) => new Vector3().fromArray(places, 3 * jointIndex(joint));
}
