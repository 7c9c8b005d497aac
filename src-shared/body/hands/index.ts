export { HAND_SHAPES, type HandShape, type HandShapeName } from './handShapes.ts';
export { poseHand } from './poseHand.ts';
