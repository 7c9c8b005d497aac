export { boneRecognitionSchema, recogniseBones } from './recogniseBones.ts';
