/** Steps between labels to choose from, in seconds. */
const STEPS = [0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200];
/** Small ticks between two labels. */
const PARTS = 5;

export interface Tick {
  readonly seconds: number;
  /** Absent for a small tick. */
  readonly label?: string;
}

/**
 * The ticks of a ruler over a clip.
 *
 * @param mostLabels how many labels there is room for
 */
export function rulerTicks(endSeconds: number, mostLabels: number): Tick[] {
  const step = STEPS.find((seconds) => endSeconds / seconds <= mostLabels) ?? STEPS.at(-1) ?? 1;
  const count = Math.floor((endSeconds * PARTS) / step + 1e-6);
  return Array.from({ length: count + 1 }, (_, i) => {
    const seconds = (i * step) / PARTS;
    return i % PARTS === 0 ? { seconds, label: labelOf(seconds, step) } : { seconds };
  });
}

/** Minutes and seconds, with tenths where the step needs them: `0:07`, `0:07.5`, `61:00`. */
function labelOf(seconds: number, step: number): string {
  const tenths = Math.round(seconds * 10);
  const whole = Math.floor(tenths / 10);
  const clock = `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
  return step < 1 ? `${clock}.${tenths % 10}` : clock;
}
