export { createPerformanceFrame, type PerformanceFrame } from './performanceFrame.ts';
export { SAMPLE_SECONDS, writeSamplePerformance } from './sample/samplePerformance.ts';
