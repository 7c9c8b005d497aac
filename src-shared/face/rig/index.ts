export { createTwinRig, type TwinRig } from './arkitTwin.ts';
export { createFaceRig } from './rig.ts';
export type { FaceRig, FaceRigOptions } from './types.ts';
