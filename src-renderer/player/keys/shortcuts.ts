import { deck } from '../clock/index.ts';

/** What of a keyboard event tells a shortcut. */
export interface KeyPress {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
}

type Keys = Readonly<Record<string, () => void>>;

const LEAP_FRAMES = 10;
const toEnd = (): void => deck.seek(Number.MAX_SAFE_INTEGER);

const KEYS: Keys = {
  ' ': () => deck.toggle(),
  k: () => deck.pause(),
  j: () => deck.shuttle(-1),
  l: () => deck.shuttle(1),
  ',': () => deck.step(-1),
  '.': () => deck.step(1),
  ArrowLeft: () => deck.step(-1),
  ArrowRight: () => deck.step(1),
  Home: () => deck.seek(0),
  End: toEnd,
  i: () => deck.markIn(),
  o: () => deck.markOut(),
  x: () => deck.clearMarks(),
};

const KEYS_WITH_SHIFT: Keys = {
  ArrowLeft: () => deck.step(-LEAP_FRAMES),
  ArrowRight: () => deck.step(LEAP_FRAMES),
};

/** What a key does in the player; undefined where it means nothing there. */
export function actionOf({ key, shiftKey, ctrlKey, altKey, metaKey }: KeyPress): (() => void) | undefined {
  if (ctrlKey || altKey || metaKey) return undefined;
  // With Caps Lock a letter is a capital without Shift.
  return shiftKey ? KEYS_WITH_SHIFT[key] : KEYS[key.length === 1 ? key.toLowerCase() : key];
}
