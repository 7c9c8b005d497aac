export { expectedTargets } from './expectedTargets.ts';
export { type MorphMappings, withMappings } from './mappings.ts';
export { type FaceRecognition, faceRecognitionSchema, recogniseFace } from './recogniseFace.ts';
export { foldName, ownName } from './spelling.ts';
