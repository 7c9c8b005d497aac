import { Bone, type Object3D, Vector3 } from 'three';
import { recogniseBones } from '#shared/body/index.ts';

const UP = new Vector3(0, 1, 0);
/** A character whose shoulders are out of line by less stands as its maker wanted. */
const LEAST_TURN_RADIANS = 0.1;
/** Shoulders closer than this, in metres, tell no direction. */
const LEAST_DISTANCE = 0.01;

/**
 * Turns a standing character so that it looks along +Z, its left at +X. Programs disagree on which way a character
 * faces in an FBX. One without known shoulders or eyes stays as it is.
 */
export function turnForward(scene: Object3D): void {
  const bones = new Map<string, Bone>();
  scene.updateMatrixWorld(true);
  scene.traverse((node) => {
    if (node instanceof Bone) bones.set(node.name, node);
  });
  const { bones: named } = recogniseBones(bones.keys());
  for (const part of ['upperarm', 'eye']) {
    const left = bones.get(named[`${part}_l`] ?? '');
    const right = bones.get(named[`${part}_r`] ?? '');
    if (!left || !right) continue;
    const across = left.getWorldPosition(new Vector3()).sub(right.getWorldPosition(new Vector3()));
    if (Math.hypot(across.x, across.z) < LEAST_DISTANCE) continue;
    const turn = Math.atan2(across.z, across.x);
    if (Math.abs(turn) > LEAST_TURN_RADIANS) scene.rotateOnWorldAxis(UP, turn);
    break;
  }
  scene.updateMatrixWorld(true);
}
