import type { PerspectiveCamera, Vector3 } from 'three';
import { JOINTS } from '#shared/body/index.ts';
import type { LoadedAvatar } from '../avatar/index.ts';

/** Numbers that are written for each joint. */
export const LOCATION_STRIDE = 2;

/**
 * Writes where each joint of the canonical skeleton is seen: x and y as fractions of the picture from its top left corner,
 * beyond 0..1 outside of it; NaN for joints that the avatar has not.
 */
export function locateJoints(
  avatar: LoadedAvatar,
  camera: PerspectiveCamera,
  scratch: Vector3,
  out: Float32Array,
): void {
  for (let joint = 0; joint < JOINTS.length; joint++) {
    const isThere = avatar.bones.placeOf(joint, scratch);
    if (isThere) scratch.project(camera);
    out[joint * LOCATION_STRIDE] = isThere ? (scratch.x + 1) / 2 : Number.NaN;
    out[joint * LOCATION_STRIDE + 1] = isThere ? (1 - scratch.y) / 2 : Number.NaN;
  }
}
