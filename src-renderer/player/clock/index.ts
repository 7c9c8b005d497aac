export { SPEEDS } from './deck.ts';
export { deck, useDeck } from './liveDeck.ts';
export { timecodeOf } from './timecode.ts';
export { endOf, evenTiming, NO_FRAMES, type Timing, trackTiming } from './timing.ts';
export { VideoPicture } from './videoPicture.ts';
