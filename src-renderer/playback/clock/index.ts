export { Deck, type DeckState, type Picture, SPEEDS } from './deck.ts';
export { createRunningDeck, useDeckState } from './runDeck.ts';
export { Seeker } from './seeker.ts';
export { timecodeOf } from './timecode.ts';
export { endOf, evenTiming, NO_FRAMES, type Timing, trackTiming } from './timing.ts';
export { VideoPicture } from './videoPicture.ts';
