import { describe, expect, it } from 'vitest';
import { ARKIT_BLENDSHAPES } from '../../face/index.ts';
import { createPerformanceFrame } from '../performanceFrame.ts';
import { SAMPLE_SECONDS, writeSamplePerformance } from './samplePerformance.ts';

const FRAME_SECONDS = 1 / 60;
const moment = (seconds: number) => {
  const frame = createPerformanceFrame();
  writeSamplePerformance(seconds, frame);
  return frame;
};

describe('the sample performance', () => {
  it('moves without leaps, also where it begins again', () => {
    let before = moment(-FRAME_SECONDS);
    for (let time = 0; time < SAMPLE_SECONDS; time += FRAME_SECONDS) {
      const now = moment(time);
      for (const [i, weight] of now.blendshapes.entries()) {
        expect(Math.abs(weight - (before.blendshapes[i] ?? 0)), `coefficient ${i} at ${time}`).toBeLessThan(
          0.4,
        );
      }
      for (let at = 0; at < now.body.rotations.length; at += 4) {
        expect(
          turnBetween(before.body.rotations, now.body.rotations, at),
          `joint ${at / 4} at ${time}`,
        ).toBeLessThan(0.25);
      }
      before = now;
    }
  });

  it('keeps coefficients within 0 and 1, and rotations unit quaternions', () => {
    for (let time = 0; time < SAMPLE_SECONDS; time += 0.1) {
      const { blendshapes, body } = moment(time);
      for (const weight of blendshapes) expect(weight >= 0 && weight <= 1).toBe(true);
      for (let at = 0; at < body.rotations.length; at += 4) {
        expect(Math.hypot(...body.rotations.subarray(at, at + 4))).toBeCloseTo(1, 4);
      }
    }
  });

  it('gives the same frame for the same time', () => {
    expect(moment(12.34)).toEqual(moment(12.34 + SAMPLE_SECONDS));
  });

  it('moves every coefficient of the face but those that neither its range of motion nor its line has use for', () => {
    const seen = new Float32Array(ARKIT_BLENDSHAPES.length);
    for (let time = 0; time < SAMPLE_SECONDS; time += 0.05) {
      for (const [i, weight] of moment(time).blendshapes.entries()) seen[i] = Math.max(seen[i] ?? 0, weight);
    }
    expect(ARKIT_BLENDSHAPES.filter((_, i) => (seen[i] ?? 0) < 0.2)).toEqual([
      // The jaw opens and shuts only.
      'jawForward',
      'jawLeft',
      'jawRight',
      // Lips shut on a jaw that is all but shut.
      'mouthClose',
      'mouthDimpleLeft',
      'mouthDimpleRight',
      // The lower lip rolls in and is shrugged; the upper one follows sounds alone, and less.
      'mouthRollUpper',
      'mouthShrugUpper',
      'mouthUpperUpLeft',
      'mouthUpperUpRight',
    ]);
  });
});

function turnBetween(a: Float32Array, b: Float32Array, at: number): number {
  let cosine = 0;
  for (let i = 0; i < 4; i++) cosine += (a[at + i] ?? 0) * (b[at + i] ?? 0);
  return 2 * Math.acos(Math.min(1, Math.abs(cosine)));
}
