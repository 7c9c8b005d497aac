export { Poser } from './poser.ts';
export { skeletonOf } from './skeletonOf.ts';
