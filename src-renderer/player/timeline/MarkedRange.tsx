import { endOf } from '../../playback/index.ts';
import { useDeck } from '../deck.ts';

/** In and out point over the timeline, and what lies between them. */
export function MarkedRange() {
  const marks = useDeck((state) => state.marks);
  const timing = useDeck((state) => state.timing);
  if ((marks.in === undefined && marks.out === undefined) || timing.endSeconds === 0) return null;
  const start = marks.in === undefined ? 0 : (timing.times[marks.in] ?? 0);
  const end = marks.out === undefined ? timing.endSeconds : endOf(timing, marks.out);
  const percent = (seconds: number): string => `${(seconds / timing.endSeconds) * 100}%`;
  return (
    <div
      className="player-range"
      data-in={marks.in !== undefined}
      data-out={marks.out !== undefined}
      style={{ left: percent(start), width: percent(end - start) }}
    />
  );
}
