export { HAND_SHAPES, type HandShapeName } from './handShapes.ts';
export {
  type ArmGoal,
  type HandHold,
  handRotation,
  type Outward,
  placeHand,
  toWorld,
} from './placeHand.ts';
export { poseHand } from './poseHand.ts';
