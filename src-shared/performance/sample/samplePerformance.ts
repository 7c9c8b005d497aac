import type { PerformanceFrame } from '../performanceFrame.ts';
import { writeSampleBody } from './bodyPart.ts';
import { writeSampleFace } from './facePart.ts';

/** Length of the sample performance in seconds; it ends as it begins. */
export const SAMPLE_SECONDS = 34;

/**
 * Writes a moment of the app's own performance: a range of motion of the face, a spoken line, hand shapes, hands that
 * cross and leave, a farewell. The same time gives the same frame.
 * @param seconds any time; the performance repeats
 */
export function writeSamplePerformance(seconds: number, into: PerformanceFrame): void {
  const time = ((seconds % SAMPLE_SECONDS) + SAMPLE_SECONDS) % SAMPLE_SECONDS;
  into.timeSeconds = time;
  writeSampleFace(time, into.blendshapes);
  writeSampleBody(time, into.body);
}
