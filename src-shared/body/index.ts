export { assignHandSides, type HandCandidate, type SidedHand } from './handSides.ts';
export {
  CHANNEL_NAMES,
  type Channel,
  type ChannelName,
  channelOf,
  copyLandmarkFrame,
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
export {
  DEFAULT_POSTPROCESS,
  Postprocessor,
  type PostprocessSettings,
} from './postprocess/postprocessor.ts';
export { QualityMeter, type QualityReport, qualityReportSchema } from './quality/index.ts';
