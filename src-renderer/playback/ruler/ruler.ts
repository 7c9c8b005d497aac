import type { TimeSpan } from './timeSpan.ts';

/** Steps between labels to choose from, in seconds. */
const STEPS = [
  0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200,
];
/** Small ticks between two labels. */
const PARTS = 5;
/** Of a small tick: sums of steps are not exact. */
const ROUNDING = 1e-6;

export interface Tick {
  readonly seconds: number;
  /** Absent for a small tick. */
  readonly label?: string;
}

/**
 * The ticks of a ruler, at round times.
 *
 * @param mostLabels how many labels there is room for
 */
export function rulerTicks({ fromSeconds, toSeconds }: TimeSpan, mostLabels: number): Tick[] {
  const span = toSeconds - fromSeconds;
  const step = STEPS.find((seconds) => span / seconds <= mostLabels) ?? STEPS.at(-1) ?? 1;
  const first = Math.ceil((fromSeconds * PARTS) / step - ROUNDING);
  const last = Math.floor((toSeconds * PARTS) / step + ROUNDING);
  return Array.from({ length: last - first + 1 }, (_, i) => {
    const seconds = ((first + i) * step) / PARTS;
    return (first + i) % PARTS === 0 ? { seconds, label: labelOf(seconds, step) } : { seconds };
  });
}

/** Minutes and seconds, with as many decimals as the step needs: `0:07`, `0:07.5`, `0:07.52`, `61:00`. */
function labelOf(seconds: number, step: number): string {
  const decimals = step < 0.1 ? 2 : step < 1 ? 1 : 0;
  const parts = 10 ** decimals;
  const count = Math.round(seconds * parts);
  const whole = Math.floor(count / parts);
  const clock = `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
  return decimals === 0 ? clock : `${clock}.${String(count % parts).padStart(decimals, '0')}`;
}
