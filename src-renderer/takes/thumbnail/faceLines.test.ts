import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ARKIT_BLENDSHAPES, type ArkitBlendshape } from '#shared/face/index.ts';
import { faceLines } from './faceLines.ts';

const face = (weights: Partial<Record<ArkitBlendshape, number>>) =>
  faceLines(ARKIT_BLENDSHAPES.map((name) => weights[name] ?? 0));
const numbersIn = (path: string): number[] => (path.match(/-?\d+(\.\d+)?/g) ?? []).map(Number);

describe('a face as lines', () => {
  it('shuts the eye that blinks: the subject’s left is at the right', () => {
    const [left, right] = face({ eyeBlinkLeft: 1 }).eyes;
    expect(left).toMatchObject({ x: 6, openness: 0 });
    expect(right?.x).toBe(-6);
    expect(right?.openness).toBeGreaterThan(2);
  });

  it('opens the mouth with the jaw, not where the lips stay shut', () => {
    expect(face({}).isMouthOpen).toBe(false);
    expect(face({ jawOpen: 0.8 }).isMouthOpen).toBe(true);
    expect(face({ jawOpen: 0.8, mouthClose: 0.8 }).isMouthOpen).toBe(false);
  });

  it('looks to where the subject looks', () => {
    const [left, right] = face({ eyeLookOutLeft: 1, eyeLookInRight: 1 }).eyes;
    expect((left?.pupilX ?? 0) - (left?.x ?? 0)).toBeGreaterThan(1);
    expect((right?.pupilX ?? 0) - (right?.x ?? 0)).toBeGreaterThan(1);
  });

  it('stays in its picture, whatever the face does', () => {
    const weight = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.array(weight, { minLength: 52, maxLength: 52 }), (weights) => {
        const { head, mouth, brows } = faceLines(weights);
        for (const number of numbersIn(`${head} ${mouth} ${brows}`))
          expect(Math.abs(number)).toBeLessThan(36);
      }),
    );
  });
});
