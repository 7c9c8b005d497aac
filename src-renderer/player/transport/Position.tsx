import { useEffect, useRef } from 'react';
import { deck, timecodeOf } from '../clock/index.ts';
import { words } from '../words.ts';

/** Timecode and frame number at the playhead, written past React. */
export function Position() {
  const timecode = useRef<HTMLSpanElement>(null);
  const frame = useRef<HTMLSpanElement>(null);

  useEffect(() => {
    const write = (): void => {
      const { timing } = deck.state.getState();
      const { cursor } = deck.playhead;
      const frames = timing.times.length;
      const { frameOf, noFrame, noTimecode } = words.transport;
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
  }, []);

  return (
    <p className="player-position">
      <span ref={timecode} role="timer" aria-label={words.transport.timecode} className="player-timecode" />
      <span className="player-frame">
        {words.transport.frame} <span ref={frame} className="player-frame-number" />
      </span>
    </p>
  );
}
