import { JOINT_COUNT, restSkeletonPose, type SkeletonPose } from '../body/index.ts';
import { PROFILE_TARGETS } from '../face/index.ts';

/** Targets that an avatar of the richest profile may have. */
const MOST_TARGETS = Math.max(...Object.values(PROFILE_TARGETS).map(({ length }) => length));
const EYES = 4;

/**
 * How an avatar stands and looks in one picture. All of it lies in one buffer, which travels between threads handed over,
 * not copied.
 */
export interface AvatarPose {
  readonly buffer: Float32Array<ArrayBuffer>;
  /** Of the profile's morph targets, in its order. */
  readonly weights: Float32Array;
  readonly body: SkeletonPose;
  /** Yaw and pitch of the left eye, then of the right one, in radians: to the avatar's left, and down. */
  readonly eyes: Float32Array;
  /** One number: the jaw's opening in radians, for avatars that open it with a bone. */
  readonly jaw: Float32Array;
}

/** An avatar at rest. */
export function createAvatarPose(): AvatarPose {
  const buffer = new Float32Array(POSE_LENGTH);
  let at = 0;
  const take = (length: number): Float32Array => {
    at += length;
    return buffer.subarray(at - length, at);
  };
  const weights = take(MOST_TARGETS);
  const body = { rotations: take(4 * JOINT_COUNT), pelvis: take(3) };
  restSkeletonPose(body);
  return { buffer, weights, body, eyes: take(EYES), jaw: take(1) };
}

const POSE_LENGTH = MOST_TARGETS + 4 * JOINT_COUNT + 3 + EYES + 1;

/** What moves an avatar. */
export interface AvatarSource {
  /**
   * Writes the pose to show now. Called once for each picture that could be drawn; it takes no memory.
   * @param seconds by a clock of the caller's
   * @returns whether it is another one than at the last call; where it is not, nothing is written
   */
  read(seconds: number, into: AvatarPose): boolean;
  /** Calls back when something new had better be read at once. Returns how to stop. */
  watch?(onNews: () => void): () => void;
}
