import type { Deck } from '../clock/index.ts';

/** What of a keyboard event tells a shortcut. */
export interface KeyPress {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
  /** It is held, and told again and again. */
  readonly repeat: boolean;
}

type Keys = Readonly<Record<string, (deck: Deck) => void>>;

const LEAP_FRAMES = 10;

const KEYS: Keys = {
  ' ': (deck) => deck.toggle(),
  k: (deck) => deck.pause(),
  j: (deck) => deck.shuttle(-1),
  l: (deck) => deck.shuttle(1),
  ',': (deck) => deck.step(-1),
  '.': (deck) => deck.step(1),
  ArrowLeft: (deck) => deck.step(-1),
  ArrowRight: (deck) => deck.step(1),
  Home: (deck) => deck.seek(0),
  End: (deck) => deck.seek(Number.MAX_SAFE_INTEGER),
  i: (deck) => deck.markIn(),
  o: (deck) => deck.markOut(),
  x: (deck) => deck.clearMarks(),
};

const KEYS_WITH_SHIFT: Keys = {
  ArrowLeft: (deck) => deck.step(-LEAP_FRAMES),
  ArrowRight: (deck) => deck.step(LEAP_FRAMES),
};

/** Keys that go on for as long as they are held. */
const HELD = new Set([',', '.', 'ArrowLeft', 'ArrowRight']);

/** What a key does with a deck; undefined where it means nothing there. */
export function actionOf(deck: Deck, press: KeyPress): (() => void) | undefined {
  const { key, shiftKey, ctrlKey, altKey, metaKey, repeat } = press;
  if (ctrlKey || altKey || metaKey) return undefined;
  // With Caps Lock a letter is a capital without Shift.
  const action = shiftKey ? KEYS_WITH_SHIFT[key] : KEYS[key.length === 1 ? key.toLowerCase() : key];
  if (!action) return undefined;
  return repeat && !HELD.has(key) ? () => {} : () => action(deck);
}
