import { easeOutCubic, smoothstep } from '../ease.ts';
import { shapeAt } from './coarticulation.ts';
import { type MouthKey, mouthKeys, type VisemeCue } from './keys.ts';
import type { VisemeShapes } from './shapes.ts';

/** How long a mouth takes to its first shape, and to rest when it is stopped. */
const STOP_SECONDS = 0.16;
/** The mouth is claimed this long before the first shape, so that it is owned when it begins to move. */
const CLAIM_SECONDS = 0.3;
/** A mouth needs this long from the shape it has to the first of a line. */
export const LATE_SECONDS = 0.06;

/** A spoken line: visemes with their times, shown on the clock of the rig. */
export interface SpokenLine {
  /** Weights of the targets of `VisemeShapes.targets`, as of the last step. */
  readonly weights: Float32Array;
  /** How far the lips are held shut, 0..1. */
  readonly seal: number;
  /** Whether the line has the mouth: from shortly before its first viseme to its end. */
  readonly speaking: boolean;
  /**
   * Begins a line in place of the one that goes on, from the shape the mouth has. What is due within
   * 60 ms is left out, or late where it shuts the lips: lines are to be given ahead of their sound. One of which
   * nothing is left only ends the one that goes on.
   * @param nowSeconds time of the last step
   */
  speak(cues: readonly VisemeCue[], startSeconds: number, nowSeconds: number): void;
  stop(nowSeconds: number): void;
  step(timeSeconds: number): void;
  reset(): void;
}

export function createSpokenLine(shapes: VisemeShapes): SpokenLine {
  const width = shapes.targets.length;
  const line = { weights: new Float32Array(width), seal: 0, speaking: false, speak, stop, step, reset };
  let starts = new Float64Array(0);
  let ends = new Float64Array(0);
  let seals = new Float32Array(0);
  let released: boolean[] = [];
  let rows = new Float32Array(0);
  let count = 0;
  let cursor = 0;
  /** Whether there is a line at all, and from when on it has the mouth. */
  let active = false;
  let claimed = 0;

  function speak(cues: readonly VisemeCue[], startSeconds: number, nowSeconds: number): void {
    const now = nowSeconds - startSeconds;
    const keys = mouthKeys(cues, shapes, now, now + LATE_SECONDS);
    const [first] = keys;
    if (first) begin(keys, startSeconds, nowSeconds, startSeconds + first.start);
    else stop(nowSeconds);
  }

  /** The first row is the shape of now. Where there is time before the first viseme, the mouth rests in between. */
  function begin(keys: readonly MouthKey[], startSeconds: number, now: number, first: number): void {
    const waits = first - now > 2 * STOP_SECONDS;
    const before = waits ? 2 : 1;
    const lead = waits ? [now, now + STOP_SECONDS] : [now];
    const leadEnds = waits ? [now, first - STOP_SECONDS] : [Math.max(now, first - STOP_SECONDS)];
    count = before + keys.length;
    starts = Float64Array.from([...lead, ...keys.map(({ start }) => startSeconds + start)]);
    ends = Float64Array.from([...leadEnds, ...keys.map(({ end }) => startSeconds + end)]);
    seals = new Float32Array(count);
    seals.set([line.seal]);
    seals.set(
      keys.map(({ viseme }) => shapes.closure[viseme] ?? 0),
      before,
    );
    released = [...lead.map(() => false), ...keys.map((key) => key.released)];
    rows = new Float32Array(count * width);
    rows.set(line.weights);
    for (let at = 0; at < keys.length; at++) shapeAt(keys, at, shapes, rows, before + at);
    cursor = 0;
    claimed = waits ? first - CLAIM_SECONDS : now;
    active = true;
  }

  function stop(nowSeconds: number): void {
    if (active) rest(nowSeconds);
  }

  function rest(now: number): void {
    count = 2;
    starts = Float64Array.of(now, now + STOP_SECONDS);
    ends = starts.slice();
    seals = Float32Array.of(line.seal, 0);
    released = [false, false];
    rows = new Float32Array(2 * width);
    rows.set(line.weights);
    cursor = 0;
    claimed = now;
  }

  function step(timeSeconds: number): void {
    if (!active) return;
    // A clock that was set back leaves the line behind.
    if (timeSeconds < (starts[0] ?? 0)) rest(timeSeconds);
    if (timeSeconds < (starts[cursor] ?? 0)) cursor = 0;
    while (cursor + 1 < count && timeSeconds >= (starts[cursor + 1] ?? 0)) cursor++;
    const next = Math.min(cursor + 1, count - 1);
    const left = ends[cursor] ?? 0;
    const way = (starts[next] ?? 0) - left;
    const u = way > 0 ? (timeSeconds - left) / way : timeSeconds > left ? 1 : 0;
    const share = released[cursor] ? easeOutCubic(u) : smoothstep(u);
    const from = cursor * width;
    const to = next * width;
    for (let i = 0; i < width; i++) {
      const start = rows[from + i] ?? 0;
      line.weights[i] = start + ((rows[to + i] ?? 0) - start) * share;
    }
    line.seal = (seals[cursor] ?? 0) + ((seals[next] ?? 0) - (seals[cursor] ?? 0)) * share;
    active = cursor < count - 1 || timeSeconds < left;
    line.speaking =
      active && (cursor === 0 ? line.speaking || timeSeconds >= claimed : timeSeconds >= claimed);
  }

  function reset(): void {
    line.weights.fill(0);
    line.seal = 0;
    line.speaking = false;
    active = false;
    count = 0;
    cursor = 0;
  }

  return line;
}
