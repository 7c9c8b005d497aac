import type { Deck } from '../clock/index.ts';
import './controls.css';
import { PlayButtons } from './PlayButtons.tsx';
import { Position } from './Position.tsx';
import { RangeButtons } from './RangeButtons.tsx';

/** The row of buttons that plays a deck, and where it is. */
export function Controls({ deck }: { readonly deck: Deck }) {
  return (
    <div className="playback-controls">
      <Position deck={deck} />
      <PlayButtons deck={deck} />
      <RangeButtons deck={deck} />
    </div>
  );
}
