export { EXPECTED_TARGETS } from './expectedTargets.ts';
export { JOINTS, type Joint } from './joints.ts';
export { type MorphMappings, withMappings } from './mappings.ts';
export { type BoneRecognition, boneRecognitionSchema, recogniseBones } from './recogniseBones.ts';
export { type FaceRecognition, faceRecognitionSchema, recogniseFace } from './recogniseFace.ts';
