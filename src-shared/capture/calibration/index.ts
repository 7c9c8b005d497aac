export { FaceSampler, type FaceSamples } from './faceSamples.ts';
export { FrameCalibrator } from './frameCalibrator.ts';
export { measureNeutral, NEUTRAL_SECONDS } from './neutralPose.ts';
export { isSameCalibration, NO_CALIBRATION } from './noCalibration.ts';
export {
  calibrateRange,
  measureReach,
  RANGE_STEPS,
  type RangeCalibration,
  type RangeStepName,
  REACH_SECONDS,
  type Reached,
} from './rangeOfMotion.ts';
export { decodeRawFaceMessage, encodeRawFaceMessage } from './rawFaceMessage.ts';
