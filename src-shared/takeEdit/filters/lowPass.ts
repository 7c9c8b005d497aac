import type { Run } from '../recordedFrames.ts';

/**
 * Two passes damp more than one: each gets its cut-off higher by (√2 - 1)^(-1/4), so that both together leave 1/√2 at the
 * one that was asked for (D. Winter, "Biomechanics and Motor Control of Human Movement", on dual passes).
 */
const DUAL_PASS = (Math.SQRT2 - 1) ** -0.25;
/** Of the frame rate; frames tell nothing of what is above half of it. */
const HIGHEST_CUTOFF = 0.4;
/** Periods of the cut-off after which what was before is forgotten. */
const MEMORY_PERIODS = 2;

/**
 * Butterworth low-pass of second order, forwards and then backwards, so that nothing is delayed. At an even frame rate it
 * is the digital filter that the bilinear transform gives, its cut-off warped to be exact; the same integration
 * (trapezoids) goes on by the true times where frames are uneven. At both ends the run goes on as its own mirror image
 * through its last frame.
 * @param result gets the frames of the run
 */
export function lowPass(
  times: Float64Array,
  values: Float32Array,
  run: Run,
  cutoffHz: number,
  result: Float32Array,
): void {
  const { start, end } = run;
  const count = end - start;
  const memory = MEMORY_PERIODS / cutoffHz;
  const padding = Math.max(framesIn(times, run, memory, 1), framesIn(times, run, memory, -1));
  const t = new Float64Array(count + 2 * padding);
  const y = new Float64Array(count + 2 * padding);
  for (let i = 0; i < count; i++) {
    t[padding + i] = times[start + i] ?? 0;
    y[padding + i] = values[start + i] ?? 0;
  }
  const last = padding + count - 1;
  for (let i = 1; i <= padding; i++) {
    mirror(t, padding, i);
    mirror(y, padding, i);
    mirror(t, last, -i);
    mirror(y, last, -i);
  }
  const omega = warped(cutoffHz, ((times[end - 1] ?? 0) - (times[start] ?? 0)) / (count - 1));
  pass(t, y, omega, 0, 1);
  pass(t, y, omega, t.length - 1, -1);
  for (let i = 0; i < count; i++) result[start + i] = y[padding + i] ?? 0;
}

/** How many frames of a run lie within a time of its first (direction 1) or last one (-1), without that one. */
function framesIn(times: Float64Array, { start, end }: Run, seconds: number, direction: 1 | -1): number {
  const edge = direction === 1 ? start : end - 1;
  let frames = 0;
  while (
    frames < end - start - 1 &&
    Math.abs((times[edge + direction * (frames + 1)] ?? 0) - (times[edge] ?? 0)) <= seconds
  ) {
    frames++;
  }
  return frames;
}

/** Fills the number as far before `at` as its image lies behind it. */
function mirror(numbers: Float64Array, at: number, distance: number): void {
  numbers[at - distance] = 2 * (numbers[at] ?? 0) - (numbers[at + distance] ?? 0);
}

/** Frames that are closer have no rate. */
const LEAST_STEP_SECONDS = 1e-6;

/** The angular frequency that integration by steps turns into a cut-off, for two passes. */
function warped(cutoffHz: number, stepSeconds: number): number {
  if (!(stepSeconds > LEAST_STEP_SECONDS)) return 2 * Math.PI * cutoffHz * DUAL_PASS;
  return (2 / stepSeconds) * Math.tan(Math.PI * Math.min(cutoffHz * stepSeconds, HIGHEST_CUTOFF)) * DUAL_PASS;
}

/** One pass over all frames in place, beginning at rest: y' = ω z, z' = ω (x - y - √2 z). */
function pass(t: Float64Array, y: Float64Array, omega: number, first: number, direction: 1 | -1): void {
  let input = y[first] ?? 0;
  let output = input;
  let speed = 0;
  for (let i = first + direction; i >= 0 && i < t.length; i += direction) {
    const next = y[i] ?? 0;
    const k = (omega * Math.abs((t[i] ?? 0) - (t[i - direction] ?? 0))) / 2;
    const damping = k * (Math.SQRT2 + k);
    const faster = ((1 - damping) * speed + k * (input + next - 2 * output)) / (1 + damping);
    output += k * (speed + faster);
    speed = faster;
    input = next;
    y[i] = output;
  }
}
