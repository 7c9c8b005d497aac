import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ARKIT_BLENDSHAPES, ARKIT_INDEX, type ArkitBlendshape } from './arkit.ts';
import { FACE_FEATURES, faceFeatures } from './features.ts';

const face = (weights: Partial<Record<ArkitBlendshape, number>>): Float32Array =>
  Float32Array.from(ARKIT_BLENDSHAPES, (name) => weights[name] ?? 0);

describe('the ARKit coefficients', () => {
  it('are 52 different names, each known by its place', () => {
    expect(new Set(ARKIT_BLENDSHAPES).size).toBe(52);
    for (const [i, name] of ARKIT_BLENDSHAPES.entries()) expect(ARKIT_INDEX.get(name)).toBe(i);
  });
});

describe('the canonical face features', () => {
  it('lie between 0 and 1 for every face, and are always all there', () => {
    const weights = fc.float32Array({ min: 0, max: 1, noNaN: true, minLength: 52, maxLength: 52 });
    fc.assert(
      fc.property(weights, (weights) => {
        const features = faceFeatures(weights);
        expect(Object.keys(features).sort()).toEqual([...FACE_FEATURES].sort());
        for (const value of Object.values(features)) {
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it('are all 0 for a neutral face', () => {
    expect(Object.values(faceFeatures(face({})))).toEqual(FACE_FEATURES.map(() => 0));
  });

  it("tell the subject's left from right", () => {
    const features = faceFeatures(face({ mouthSmileLeft: 1, browDownRight: 1, eyeBlinkLeft: 1 }));
    expect(features).toMatchObject({ mouth_smile_l: 1, mouth_smile_r: 0, brow_down_l: 0, brow_down_r: 1 });
    expect(features).toMatchObject({ eye_blink_l: 1, eye_blink_r: 0 });
  });

  it('take a look for what both eyes do', () => {
    expect(faceFeatures(face({ eyeLookOutLeft: 0.8, eyeLookInRight: 0.6 }))).toMatchObject({
      look_left: expect.closeTo(0.7, 6),
      look_right: 0,
    });
    expect(faceFeatures(face({ eyeLookUpLeft: 1 })).look_up).toBe(0.5);
  });

  it('open the mouth by what the lips do not close of the open jaw', () => {
    expect(faceFeatures(face({ jawOpen: 0.5, mouthClose: 0.25 }))).toMatchObject({
      jaw_open: 0.5,
      mouth_open: 0.25,
    });
    expect(faceFeatures(face({ mouthClose: 0.25 })).mouth_open).toBe(0);
  });
});
