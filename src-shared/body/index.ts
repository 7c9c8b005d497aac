export { assignHandSides, type HandCandidate, type SidedHand } from './handSides.ts';
export {
  type Channel,
  createLandmarkFrame,
  type FaceChannel,
  HAND_IMAGE_STRIDE,
  type HandChannel,
  HEAD_LENGTH,
  type LandmarkFrame,
  POSE_IMAGE_STRIDE,
  type PoseChannel,
  type Presence,
  WORLD_STRIDE,
} from './landmarkFrame.ts';
export {
  HAND_LANDMARKS,
  type HandLandmark,
  POSE,
  POSE_LANDMARKS,
  type PoseLandmark,
  SIDES,
  type Side,
} from './landmarks.ts';
