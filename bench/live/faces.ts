import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { CAPTURE_CHANNEL_COUNT, type FaceTake, readLiveLinkFaceCsv } from '../../src-shared/capture/index.ts';
import { createPerformanceFrame, writeSamplePerformance } from '../../src-shared/performance/index.ts';

const REAL_TAKE = resolve(import.meta.dirname, '../../../shared/takes/face-rom.csv');
const SAMPLE_SECONDS = 31;
const SAMPLE_FPS = 60;

export interface Faces extends FaceTake {
  readonly start: number;
  readonly seconds: number;
}

/** A real phone's take where there is one, else the app's own performance. */
export function loadFaces(): Faces {
  const take = existsSync(REAL_TAKE)
    ? readLiveLinkFaceCsv(readFileSync(REAL_TAKE, 'utf8'))
    : ownPerformance();
  const start = take.times[0] ?? 0;
  return { ...take, start, seconds: (take.times.at(-1) ?? 0) - start };
}

/** The app's own performance, as a phone would have recorded it. */
export function ownPerformance(): Faces {
  const frames = SAMPLE_SECONDS * SAMPLE_FPS;
  const channels = new Float32Array(frames * CAPTURE_CHANNEL_COUNT);
  const frame = createPerformanceFrame();
  for (let i = 0; i < frames; i++) {
    writeSamplePerformance(i / SAMPLE_FPS, frame);
    channels.set(frame.blendshapes, i * CAPTURE_CHANNEL_COUNT);
  }
  return facesOf({ times: Float64Array.from({ length: frames }, (_, i) => i / SAMPLE_FPS), channels });
}

function facesOf(take: FaceTake): Faces {
  const start = take.times[0] ?? 0;
  return { ...take, start, seconds: (take.times.at(-1) ?? 0) - start };
}
