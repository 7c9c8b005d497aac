export {
  type ArmGoal,
  HAND_SHAPES,
  type HandHold,
  type HandShapeName,
  handRotation,
  type Outward,
  placeHand,
  poseHand,
  toWorld,
} from './hands/index.ts';
export {
  CHANNEL_NAMES,
  type ChannelName,
  channelOf,
  clearLandmarkFrame,
  copyLandmarkFrame,
  createLandmarkFrame,
  type FaceChannel,
  HAND_IMAGE_STRIDE,
  type HandChannel,
  type LandmarkFrame,
  POSE_IMAGE_STRIDE,
  type PoseChannel,
  PRESENCES,
  WORLD_STRIDE,
} from './landmarkFrame.ts';
export type { EyeTurns, LandmarkSource } from './landmarkSource.ts';
export {
  HAND_LANDMARKS,
  POSE,
  POSE_LANDMARKS,
  SIDES,
  type Side,
} from './landmarks.ts';
export { LiveFilter } from './live/index.ts';
export {
  copyFace,
  copyHands,
  copyPose,
  distanceInHeights,
  type FoundHand,
  type FoundPoint,
  readHands,
  shoulderWidth,
  sideHands,
} from './mediapipe/index.ts';
export {
  DEFAULT_POSTPROCESS,
  Postprocessor,
  type PostprocessSettings,
} from './postprocess/postprocessor.ts';
export {
  QUALITY_PARTS,
  QUALITY_WEIGHTS,
  QualityMeter,
  type QualityReport,
  qualityReportSchema,
} from './quality/index.ts';
export { boneRecognitionSchema, recogniseBones } from './recognition/index.ts';
export { type Bone, Retargeter } from './retarget/index.ts';
export {
  createSkeletonPose,
  FINGERS,
  type Finger,
  JOINT_COUNT,
  JOINTS,
  type JointName,
  jointIndex,
  jointPlaces,
  multiplyQuaternions,
  radians,
  relativeQuaternion,
  restSkeletonPose,
  rotateVector,
  type SkeletonPose,
  setAxisAngle,
  sideLetter,
  slerpQuaternions,
  worldRotations,
} from './skeleton/index.ts';
