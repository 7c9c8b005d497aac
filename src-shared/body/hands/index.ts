export { HAND_SHAPES, type HandShapeName } from './handShapes.ts';
export { poseHand } from './poseHand.ts';
