export { type AvatarPose, type AvatarSource, createAvatarPose } from './avatarPose.ts';
export { createCaptureSource } from './captureSource.ts';
export { createPerformanceFrame, type PerformanceFrame } from './performanceFrame.ts';
export { SAMPLE_CLIPS, type SampleClip } from './sample/sampleClips.ts';
export { writeSamplePerformance } from './sample/samplePerformance.ts';
export { SPOKEN_CUES } from './sample/spokenLine.ts';
