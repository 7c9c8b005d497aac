import { type RefObject, useEffect, useRef } from 'react';
import { createCaptureFrame } from '#shared/capture/index.ts';
import { timecodeOf, transportWords } from '../../playback/index.ts';
import { deck } from '../deck.ts';
import { spokenValues } from '../frames/spokenValues.ts';
import { createFrameReader } from '../frames/takeReader.ts';
import { useView } from './viewStore.ts';

/**
 * Moves an element along the timeline with the playhead, outside of React.
 *
 * @param slider is told the position for screen readers, while the take rests: playing, it would never be silent
 */
export function usePlayhead(slider: RefObject<HTMLElement | null>): RefObject<HTMLDivElement | null> {
  const ref = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const mark = ref.current;
    const lanes = slider.current;
    if (!mark || !lanes) return;
    const frame = createCaptureFrame();
    const read = createFrameReader();
    let width = lanes.clientWidth;
    const place = (): void => {
      const { fromSeconds, toSeconds } = useView.getState();
      const { timing, direction } = deck.state.getState();
      const seconds = timing.times[deck.playhead.cursor] ?? 0;
      mark.style.transform = `translateX(${((seconds - fromSeconds) / (toSeconds - fromSeconds)) * width}px)`;
      if (direction !== 0) return;
      read(frame);
      const frames = timing.times.length;
      const { cursor } = deck.playhead;
      const position = transportWords.positionText(timecodeOf(timing, cursor), cursor + 1, frames);
      lanes.setAttribute('aria-valuenow', String(cursor + 1));
      lanes.setAttribute('aria-valuetext', [position, ...spokenValues(frame)].join(', '));
    };
    const resized = new ResizeObserver(() => {
      width = lanes.clientWidth;
      place();
    });
    resized.observe(lanes);
    const stops = [deck.playhead.subscribe(place), deck.state.subscribe(place), useView.subscribe(place)];
    return () => {
      resized.disconnect();
      for (const stop of stops) stop();
    };
  }, [slider]);

  return ref;
}
