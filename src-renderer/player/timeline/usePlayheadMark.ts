import { type RefObject, useEffect, useRef } from 'react';
import { timecodeOf, transportWords } from '../../playback/index.ts';
import { deck } from '../deck.ts';

/**
 * Moves an element along the timeline with the playhead, outside of React.
 *
 * @param slider is told the position for screen readers, while the clip rests: playing, it would never be silent
 */
export function usePlayheadMark(slider: RefObject<HTMLElement | null>): RefObject<HTMLDivElement | null> {
  const ref = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const mark = ref.current;
    const track = slider.current;
    if (!mark || !track) return;
    let width = track.clientWidth;
    const place = (): void => {
      const { timing, direction } = deck.state.getState();
      const { cursor } = deck.playhead;
      const share = timing.endSeconds > 0 ? (timing.times[cursor] ?? 0) / timing.endSeconds : 0;
      mark.style.transform = `translateX(${share * width}px)`;
      if (direction === 0) tell(track, cursor);
    };
    const resized = new ResizeObserver(() => {
      width = track.clientWidth;
      place();
    });
    resized.observe(track);
    const stopFollowing = deck.playhead.subscribe(place);
    const stopWatching = deck.state.subscribe(place);
    return () => {
      resized.disconnect();
      stopFollowing();
      stopWatching();
    };
  }, [slider]);

  return ref;
}

function tell(slider: HTMLElement, frame: number): void {
  const { timing } = deck.state.getState();
  slider.setAttribute('aria-valuenow', String(frame + 1));
  slider.setAttribute(
    'aria-valuetext',
    transportWords.positionText(timecodeOf(timing, frame), frame + 1, timing.times.length),
  );
}
