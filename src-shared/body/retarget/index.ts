export { type Bone, Retargeter } from './retargeter.ts';
export { frameOf } from './vectors.ts';
