export { approach, dampedPlace, dampedSpeed, smoothstep } from './ease.ts';
export { createEmotionLayer } from './emotion.ts';
export { createIdleLayer, type IdleLayer } from './idle/index.ts';
export { createManualLayer } from './manual.ts';
export { createMicroLayer } from './micro.ts';
export { addRow, groupByRegion, layFirst, type Pose } from './pose.ts';
export { createSpeechLayer, LATE_SECONDS, type VisemeCue } from './speech/index.ts';
export { createTrackingLayer, type TrackingInput, type TrackingLayer } from './tracking/index.ts';
