import { JOINT_COUNT, type SkeletonPose, slerpQuaternions } from '#shared/body/index.ts';

/** Moves a body towards another one. @param share 0..1: how much of `to` it has then */
export function blendBodies(body: SkeletonPose, to: SkeletonPose, share: number): void {
  if (share === 0) return;
  for (let joint = 0; joint < JOINT_COUNT; joint++) {
    slerpQuaternions(body.rotations, 4 * joint, to.rotations, 4 * joint, share, body.rotations, 4 * joint);
  }
  for (let i = 0; i < 3; i++) {
    const from = body.pelvis[i] ?? 0;
    body.pelvis[i] = from + share * ((to.pelvis[i] ?? 0) - from);
  }
}
