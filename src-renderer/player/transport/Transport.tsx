import { useEffect, useRef } from 'react';
import { Controls, transportWords, useShortcuts } from '../../playback/index.ts';
import { deck } from '../deck.ts';
import { Timeline } from '../timeline/Timeline.tsx';
import './transport.css';

/** Plays the open clip: buttons, position, and the clip in time. Its keys work anywhere in the window. */
export function Transport() {
  const timeline = useRef<HTMLDivElement>(null);
  useShortcuts(deck, timeline);
  // What nobody sees does not play on.
  useEffect(() => () => deck.pause(), []);
  return (
    <section className="player-transport" aria-label={transportWords.label}>
      <Controls deck={deck} />
      <Timeline ref={timeline} />
    </section>
  );
}
