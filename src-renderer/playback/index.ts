export {
  createRunningDeck,
  type Deck,
  type DeckState,
  endOf,
  evenTiming,
  NO_FRAMES,
  type Picture,
  Seeker,
  type Timing,
  timecodeOf,
  trackTiming,
  useDeckState,
  VideoPicture,
} from './clock/index.ts';
export { Controls } from './controls/Controls.tsx';
export type { KeyPress } from './keys/shortcuts.ts';
export { useShortcuts } from './keys/useShortcuts.ts';
export { drawRuler, RULER_HEIGHT } from './ruler/drawRuler.ts';
export type { TimeSpan } from './ruler/timeSpan.ts';
export { words as transportWords } from './words.ts';
