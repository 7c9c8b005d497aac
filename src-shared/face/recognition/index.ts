export { expectedTargets } from './expectedTargets.ts';
export { type MorphMappings, withMappings } from './mappings.ts';
export { boneRecognitionSchema, recogniseBones } from './recogniseBones.ts';
export { type FaceRecognition, faceRecognitionSchema, recogniseFace } from './recogniseFace.ts';
