import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { CAPTURE_CHANNEL_COUNT, readLiveLinkFaceCsv } from '../../src-shared/capture/index.ts';
import { ARKIT_BLENDSHAPE_COUNT } from '../../src-shared/face/index.ts';

export const FRAMES_PER_SECOND = 60;
const TAKE = resolve(import.meta.dirname, '../../../shared/takes/face-rom.csv');

/** A face at 60 frames per second. */
export interface FramedTake {
  readonly frames: number;
  /** A row of 52 coefficients per frame. */
  readonly blendshapes: Float32Array;
  /** A row of yaw, pitch, roll per frame. */
  readonly head: Float32Array;
}

/**
 * The real take (range of motion, Live Link Face) at 60 frames per second, by one cubic: Hermite pieces whose slopes are
 * those of the chord between the neighbours (Catmull and Rom 1974, for uneven times). The take's head does not move, so
 * three slow sines stand in for it.
 */
export function loadTake(): FramedTake {
  if (!existsSync(TAKE)) throw new Error('test data not found: ../shared/takes/face-rom.csv');
  const { times, channels } = readLiveLinkFaceCsv(readFileSync(TAKE, 'utf8'));
  const start = times[0] ?? 0;
  const seconds = (times[times.length - 1] ?? 0) - start;
  const frames = Math.floor(seconds * FRAMES_PER_SECOND);
  const blendshapes = new Float32Array(frames * ARKIT_BLENDSHAPE_COUNT);
  const head = new Float32Array(frames * 3);
  let row = 0;
  for (let frame = 0; frame < frames; frame++) {
    const time = start + frame / FRAMES_PER_SECOND;
    while (row + 2 < times.length && (times[row + 1] ?? 0) <= time) row++;
    const at = (offset: number): number => Math.min(times.length - 1, Math.max(0, row + offset));
    const [a, b, c, d] = [at(-1), at(0), at(1), at(2)];
    const t = (i: number): number => times[i] ?? 0;
    for (let channel = 0; channel < ARKIT_BLENDSHAPE_COUNT; channel++) {
      const x = (i: number): number => channels[i * CAPTURE_CHANNEL_COUNT + channel] ?? 0;
      const span = t(c) - t(b);
      const slope = (i: number, j: number): number => (t(j) > t(i) ? (x(j) - x(i)) / (t(j) - t(i)) : 0);
      const value = hermite(
        x(b),
        x(c),
        slope(a, c) * span,
        slope(b, d) * span,
        span > 0 ? (time - t(b)) / span : 0,
      );
      blendshapes[frame * ARKIT_BLENDSHAPE_COUNT + channel] = Math.min(1, Math.max(0, value));
    }
    const clock = frame / FRAMES_PER_SECOND;
    head[frame * 3] = 0.25 * Math.sin(2 * Math.PI * 0.31 * clock);
    head[frame * 3 + 1] = 0.12 * Math.sin(2 * Math.PI * 0.47 * clock + 1);
    head[frame * 3 + 2] = 0.06 * Math.sin(2 * Math.PI * 0.23 * clock + 2);
  }
  return { frames, blendshapes, head };
}

function hermite(from: number, to: number, leaving: number, arriving: number, u: number): number {
  const u2 = u * u;
  const u3 = u2 * u;
  return (
    (2 * u3 - 3 * u2 + 1) * from + (u3 - 2 * u2 + u) * leaving + (3 * u2 - 2 * u3) * to + (u3 - u2) * arriving
  );
}

/** The frames as what the rig takes; each a view into the take. */
export function trackingFrames({ frames, blendshapes, head }: FramedTake) {
  return Array.from({ length: frames }, (_, frame) => ({
    blendshapes: blendshapes.subarray(frame * ARKIT_BLENDSHAPE_COUNT, (frame + 1) * ARKIT_BLENDSHAPE_COUNT),
    head: head.subarray(frame * 3, frame * 3 + 3),
  }));
}
