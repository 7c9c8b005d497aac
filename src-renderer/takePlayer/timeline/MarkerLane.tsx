import { type KeyboardEvent, useRef } from 'react';
import type { TakeMarker } from '#shared/formats/index.ts';
import { words } from '../words.ts';
import type { Lane } from './lanes.ts';
import { goTo } from './markers.ts';
import { useView } from './viewStore.ts';

const STEPS: Readonly<Record<string, 1 | -1>> = { ArrowRight: 1, ArrowLeft: -1 };
/** In percent of what is seen: a marker just outside still shows its end. */
const MARGIN = 30;
/** Below this, likewise in percent, a name would be a letter or two. */
const LEAST_LABEL = 4;

interface MarkerLaneProps {
  readonly lane: Lane;
  /** In the order of their times. */
  readonly markers: readonly TakeMarker[];
}

/** The take's markers as flags: press one to go there. One stop for the Tab key, and arrows from flag to flag. */
export function MarkerLane({ lane, markers }: MarkerLaneProps) {
  const list = useRef<HTMLDivElement>(null);
  const { fromSeconds, toSeconds } = useView();
  const percentOf = (seconds: number): number => ((seconds - fromSeconds) / (toSeconds - fromSeconds)) * 100;
  const step = (event: KeyboardEvent): void => {
    const direction = STEPS[event.key];
    const flags: (Element | null)[] = [...(list.current?.querySelectorAll('button') ?? [])];
    const at = flags.indexOf(document.activeElement);
    if (direction === undefined || at < 0) return;
    event.preventDefault();
    const next = flags[at + direction];
    if (next instanceof HTMLElement) next.focus();
  };
  const seen = markers
    .map((marker, i) => ({
      marker,
      i,
      left: percentOf(marker.timeSeconds),
      next: percentOf(markers[i + 1]?.timeSeconds ?? toSeconds),
    }))
    .filter(({ left }) => left > -MARGIN && left < 100);
  return (
    <div
      ref={list}
      role="toolbar"
      aria-label={words.timeline.markers}
      className="take-markers"
      style={{ top: lane.top, height: lane.height }}
      onKeyDown={step}
    >
      {seen.map(({ marker: { name, timeSeconds, colour }, i, left, next }, place) => (
        <button
          key={`${timeSeconds} ${i}`}
          type="button"
          tabIndex={place === 0 ? 0 : -1}
          className="take-marker"
          aria-label={words.timeline.marker(name || words.timeline.unnamed, words.time(timeSeconds))}
          style={{ left: `${left}%`, maxWidth: `${Math.max(0, next - left)}%`, borderLeftColor: colour }}
          onClick={() => goTo(timeSeconds)}
        >
          {next - left > LEAST_LABEL && name}
        </button>
      ))}
    </div>
  );
}
