export { assignHandSides, type HandCandidate, type SidedHand } from './handSides.ts';
export {
  CHANNEL_NAMES,
  type ChannelName,
  channelOf,
  createLandmarkFrame,
  type FaceChannel,
  HAND_IMAGE_STRIDE,
  type HandChannel,
  type LandmarkFrame,
  POSE_IMAGE_STRIDE,
  type PoseChannel,
  WORLD_STRIDE,
} from './landmarkFrame.ts';
export {
  HAND_LANDMARKS,
  POSE,
  POSE_LANDMARKS,
  SIDES,
  type Side,
} from './landmarks.ts';
export {
  DEFAULT_POSTPROCESS,
  Postprocessor,
  type PostprocessSettings,
} from './postprocess/postprocessor.ts';
export { QualityMeter, type QualityReport, qualityReportSchema } from './quality/index.ts';
