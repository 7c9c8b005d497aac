import { useEffect, useRef } from 'react';
import { type Deck, timecodeOf } from '../clock/index.ts';
import { words } from '../words.ts';

/** Timecode and frame number at a deck's playhead, written past React. */
export function Position({ deck }: { readonly deck: Deck }) {
  const timecode = useRef<HTMLSpanElement>(null);
  const frame = useRef<HTMLSpanElement>(null);

  useEffect(() => {
    const write = (): void => {
      const { timing } = deck.state.getState();
      const { cursor } = deck.playhead;
      const frames = timing.times.length;
      const { frameOf, noFrame, noTimecode } = words;
      if (timecode.current)
        timecode.current.textContent = frames > 0 ? timecodeOf(timing, cursor) : noTimecode;
      if (frame.current) frame.current.textContent = frames > 0 ? frameOf(cursor + 1, frames) : noFrame;
    };
    write();
    const stopFollowing = deck.playhead.subscribe(write);
    const stopWatching = deck.state.subscribe(write);
    return () => {
      stopFollowing();
      stopWatching();
    };
  }, [deck]);

  return (
    <p className="playback-position">
      <span ref={timecode} role="timer" aria-label={words.timecode} className="playback-timecode" />
      <span className="playback-frame">
        {words.frame} <span ref={frame} className="playback-frame-number" />
      </span>
    </p>
  );
}
