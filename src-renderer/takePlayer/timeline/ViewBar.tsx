import type { KeyboardEvent, PointerEvent } from 'react';
import { useDeck } from '../deck.ts';
import { words } from '../words.ts';
import { page, showFrom, useView } from './viewStore.ts';

const STEPS: Readonly<Record<string, number>> = {
  ArrowLeft: -0.1,
  ArrowRight: 0.1,
  PageUp: -1,
  PageDown: 1,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

/** Which part of the take is seen, and how to move on: as scroll bars do. */
export function ViewBar() {
  const { fromSeconds, toSeconds } = useView();
  const endSeconds = useDeck(({ timing }) => timing.endSeconds);
  const length = toSeconds - fromSeconds;
  const drag = (down: PointerEvent<HTMLDivElement>): void => {
    const thumb = down.currentTarget;
    const width = thumb.parentElement?.clientWidth ?? 1;
    thumb.setPointerCapture(down.pointerId);
    thumb.onpointermove = ({ clientX }) =>
      showFrom(fromSeconds + ((clientX - down.clientX) / width) * endSeconds);
    thumb.onlostpointercapture = () => {
      thumb.onpointermove = null;
    };
  };
  const press = (event: KeyboardEvent): void => {
    const pages = STEPS[event.key];
    if (pages === undefined) return;
    event.preventDefault();
    if (Number.isFinite(pages)) page(pages);
    else showFrom(pages > 0 ? endSeconds : 0);
  };
  const percent = (seconds: number): string => `${(seconds / Math.max(endSeconds, length)) * 100}%`;
  return (
    <div className="take-view-bar">
      <div
        role="scrollbar"
        tabIndex={0}
        aria-controls="take-lanes"
        aria-label={words.timeline.scroll}
        aria-orientation="horizontal"
        aria-valuemin={0}
        aria-valuemax={Math.round(Math.max(0, endSeconds - length))}
        aria-valuenow={Math.round(fromSeconds)}
        aria-valuetext={words.timeline.scrollText(words.time(fromSeconds), words.time(toSeconds))}
        className="take-view-thumb"
        style={{ left: percent(fromSeconds), width: percent(length) }}
        onPointerDown={drag}
        onKeyDown={press}
      />
    </div>
  );
}
