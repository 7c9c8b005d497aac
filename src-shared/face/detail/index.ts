export { createFrameRateController, type FrameRateController } from './frameRate.ts';
export { createDetailFade } from './levels.ts';
export { createMorphCache } from './morphCache.ts';
