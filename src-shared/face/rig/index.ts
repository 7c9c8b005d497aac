export { createFaceRig } from './rig.ts';
export type { FaceRig, FaceRigOptions } from './types.ts';
