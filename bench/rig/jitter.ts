import { FRAMES_PER_SECOND } from './take.ts';

/** A channel rests in a window of this length in which the clean take moves by less than this. */
const REST_FRAMES = FRAMES_PER_SECOND / 2;
const REST_RANGE = 0.02;
/** A channel is fast where the clean take moves by more than this, per second, and a tenth of a second around it. */
const FAST_SPEED = 2;
const FAST_MARGIN = 6;
/** Rows at both ends that are left out, so that delayed rows exist. */
const EDGE = 8;
const LAG_STEP = 0.05;
const MOST_LAG = 4;

type Channels = ArrayLike<number>;

/** Measures filters against a clean take: what jitter they leave at rest, and by how much they are late in fast motion. */
export function createSmoothingMeter(clean: Channels, frames: number, width: number) {
  const resting = restingPlaces(clean, frames, width);
  const fast = fastPlaces(clean, frames, width);
  const at = (x: Channels, frame: number, channel: number): number => x[frame * width + channel] ?? 0;

  /** RMS of the second difference at rest, in weight per frame squared. */
  function jitter(x: Channels): number {
    let sum = 0;
    for (const place of resting) {
      const second = (x[place] ?? 0) - 2 * (x[place - width] ?? 0) + (x[place - 2 * width] ?? 0);
      sum += second * second;
    }
    return Math.sqrt(sum / resting.length);
  }

  /** Frames by which the clean take must be delayed to come nearest to `x` in fast motion: least squares, sub-frame. */
  function lag(x: Channels): number {
    let best = 0;
    let least = Number.POSITIVE_INFINITY;
    for (let delay = 0; delay <= MOST_LAG; delay += LAG_STEP) {
      let sum = 0;
      for (const place of fast) {
        const channel = place % width;
        const away = (x[place] ?? 0) - delayed((place - channel) / width - delay, channel);
        sum += away * away;
      }
      if (sum >= least) continue;
      least = sum;
      best = delay;
    }
    return best;
  }

  /** The clean take between its frames, by the cubic of Catmull and Rom. */
  function delayed(time: number, channel: number): number {
    const frame = Math.floor(time);
    const u = time - frame;
    const a = at(clean, frame - 1, channel);
    const b = at(clean, frame, channel);
    const c = at(clean, frame + 1, channel);
    const d = at(clean, frame + 2, channel);
    return b + (u / 2) * (c - a + u * (2 * a - 5 * b + 4 * c - d + u * (3 * (b - c) + d - a)));
  }

  return { jitter, lag };
}

function restingPlaces(clean: Channels, frames: number, width: number): number[] {
  const places: number[] = [];
  for (let channel = 0; channel < width; channel++) {
    for (let start = 0; start + REST_FRAMES <= frames; start += REST_FRAMES) {
      const window = Array.from({ length: REST_FRAMES }, (_, i) => (start + i) * width + channel);
      const values = window.map((place) => clean[place] ?? 0);
      if (Math.max(...values) - Math.min(...values) < REST_RANGE) places.push(...window.slice(2));
    }
  }
  return places;
}

function fastPlaces(clean: Channels, frames: number, width: number): number[] {
  const places = new Set<number>();
  for (let channel = 0; channel < width; channel++) {
    for (let frame = EDGE; frame < frames - EDGE; frame++) {
      const step = (clean[(frame + 1) * width + channel] ?? 0) - (clean[(frame - 1) * width + channel] ?? 0);
      if (Math.abs(step) * (FRAMES_PER_SECOND / 2) <= FAST_SPEED) continue;
      const last = Math.min(frames - EDGE, frame + FAST_MARGIN);
      for (let near = Math.max(EDGE, frame - FAST_MARGIN); near < last; near++)
        places.add(near * width + channel);
    }
  }
  return [...places];
}
