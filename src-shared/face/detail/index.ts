export { createFrameRateController } from './frameRate.ts';
export { createDetailFade, type DetailFade } from './levels.ts';
export { createMorphCache } from './morphCache.ts';
