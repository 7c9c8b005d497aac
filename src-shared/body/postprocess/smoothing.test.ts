import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HAND_IMAGE_STRIDE, type LandmarkFrame } from '../landmarkFrame.ts';
import { flatFrame, lose, timesAfter } from '../testing/frames.ts';
import { DEFAULT_POSTPROCESS } from './settings.ts';
import { ExponentialSmoother } from './smoothing.ts';

const alpha = DEFAULT_POSTPROCESS.emaAlpha;

function smooth(frames: readonly LandmarkFrame[], settings = alpha): LandmarkFrame[] {
  const smoother = new ExponentialSmoother(settings);
  for (const frame of frames) smoother.apply(frame);
  return [...frames];
}

/** x'[t] = a x[t] + (1 - a) x'[t-1], as the specification writes it. */
function specified(values: readonly number[], a: number): number[] {
  const smoothed: number[] = [];
  for (const value of values) smoothed.push(a * value + (1 - a) * (smoothed.at(-1) ?? value));
  return smoothed;
}

const at25 = (values: readonly number[]): LandmarkFrame[] =>
  values.map((value, i) => flatFrame(i / 25, value));
const closeTo = (values: readonly number[]): unknown[] => values.map((value) => expect.closeTo(value, 4));
const series = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 1, maxLength: 30 });

describe('smoothing', () => {
  it("is the specification's moving average at 25 frames per second", () => {
    fc.assert(
      fc.property(series, (values) => {
        const frames = smooth(at25(values));
        const wrist = closeTo(specified(values, alpha.wrist));
        expect(frames.map(({ pose }) => pose.signals.image[5])).toEqual(wrist);
        expect(frames.map(({ pose }) => pose.signals.world[98])).toEqual(wrist);
        expect(frames.map(({ hands }) => hands.left.signals.image[1])).toEqual(wrist);
        expect(frames.map(({ hands }) => hands.right.signals.world[4])).toEqual(
          closeTo(specified(values, alpha.fingers)),
        );
        const face = closeTo(specified(values, alpha.face));
        expect(frames.map(({ face }) => face.signals.blendshapes[51])).toEqual(face);
        expect(frames.map(({ face }) => face.signals.head[6])).toEqual(face);
      }),
    );
  });

  it('moves fingers with their smoothed wrist, and their place on the hand by their own alpha', () => {
    fc.assert(
      fc.property(series, series, (wrists, offsets) => {
        const frames = wrists.map((wrist, i) => {
          const frame = flatFrame(i / 25, wrist);
          const { image } = frame.hands.left.signals;
          const tip = image.length - HAND_IMAGE_STRIDE;
          image[tip] = wrist + (offsets[i % offsets.length] ?? 0);
          return frame;
        });
        const offset = specified(
          wrists.map((_, i) => offsets[i % offsets.length] ?? 0),
          alpha.fingers,
        );
        const expected = specified(wrists, alpha.wrist).map((wrist, i) => wrist + (offset[i] ?? 0));
        expect(smooth(frames).map(({ hands }) => hands.left.signals.image.at(-3))).toEqual(closeTo(expected));
      }),
    );
  });

  it('lasts as long at every frame rate', () => {
    const afterStep = (fps: number): number | undefined => {
      const frames = Array.from({ length: fps + 1 }, (_, i) => flatFrame(i / fps, i === 0 ? 0 : 1));
      return smooth(frames).at(-1)?.pose.signals.image[0];
    };
    for (const fps of [5, 24, 50, 120, 240]) expect(afterStep(fps)).toBeCloseTo(afterStep(25) ?? 0, 4);
  });

  it('does not depend on how the time between two frames is divided, where nothing moves', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0.002, max: 0.2, noNaN: true }), { minLength: 1 }), (steps) => {
        const times = timesAfter(steps);
        const frames = [flatFrame(0, 0), ...times.map((time) => flatFrame(time, 1))];
        const expected = 1 - (1 - alpha.wrist) ** ((times.at(-1) ?? 0) * 25);
        expect(smooth(frames).at(-1)?.pose.signals.image[0]).toBeCloseTo(expected, 4);
      }),
    );
  });

  it('starts afresh after an interruption', () => {
    const [a, b, c] = at25([0, 0.5, 1]);
    if (!a || !b || !c) throw new Error('three frames');
    smooth([a, lose(b, 'pose'), c]);
    expect(c.pose.signals.image[0]).toBe(1);
    expect(c.hands.left.signals.image[0]).toBeLessThan(1);
  });

  it('leaves everything as it is with alphas of 1', () => {
    const frames = smooth(at25([0.1, 0.9, 0.4]), { wrist: 1, fingers: 1, face: 1 });
    expect(frames.map(({ pose }) => pose.signals.image[0])).toEqual(closeTo([0.1, 0.9, 0.4]));
    expect(frames.map(({ hands }) => hands.left.signals.image[62])).toEqual(closeTo([0.1, 0.9, 0.4]));
  });

  it('keeps the head rotation a unit quaternion', () => {
    const part = fc.double({ min: -1, max: 1, noNaN: true });
    const rotations = fc.array(
      fc.tuple(part, part, part, part).filter((parts) => Math.hypot(...parts) > 0.1),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(rotations, (rotations) => {
        const frames = rotations.map((parts, i) => {
          const frame = flatFrame(i / 25, 0);
          frame.face.signals.head.set(parts.map((value) => value / Math.hypot(...parts)));
          return frame;
        });
        for (const { face } of smooth(frames)) {
          expect(Math.hypot(...face.signals.head.subarray(0, 4))).toBeCloseTo(1, 5);
        }
      }),
    );
  });
});
