import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measureNeutral } from './neutralPose.ts';
import { NO_CALIBRATION } from './noCalibration.ts';
import { calibrateRange } from './rangeOfMotion.ts';
import { samplesOf } from './testing/faces.ts';

const second = (faceAt: (i: number) => Record<string, number>) =>
  samplesOf(Array.from({ length: 60 }, (_, i) => faceAt(i)));

describe('a neutral pose', () => {
  it('is the median of what was seen, so that a blink is not in it', () => {
    const { neutral } = measureNeutral(
      second((i) => ({ eyeBlinkLeft: i >= 20 && i < 36 ? 0.95 : 0.13, jawOpen: 0.02, headYaw: -0.3 })),
    );
    expect(neutral).toEqual({ eyeBlinkLeft: 0.13, jawOpen: 0.02, headYaw: -0.3 });
  });

  it('knows how much each channel wavers', () => {
    const { noise } = measureNeutral(second((i) => ({ jawOpen: 0.1 + (i % 2 === 0 ? 0.004 : -0.004) })));
    expect(noise).toEqual({ jawOpen: expect.closeTo(0.0178, 3) });
    const { calibration } = calibrateRange(
      NO_CALIBRATION,
      { neutral: {}, neutralHeadPosition: [0, 0, 0], noise },
      { jawOpen: 0.9 },
    );
    expect(calibration.deadZone['jawOpen']).toBeCloseTo(0.018, 3);
  });

  it('is measured whatever noise a still face has', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 0.6, noNaN: true }),
        fc.array(fc.double({ min: -0.05, max: 0.05, noNaN: true }), { minLength: 60, maxLength: 60 }),
        (rest, wavering) => {
          const { neutral } = measureNeutral(
            second((i) => ({ mouthFrownLeft: Math.max(0, rest + (wavering[i] ?? 0)) })),
          );
          expect(Math.abs((neutral['mouthFrownLeft'] ?? 0) - rest)).toBeLessThan(0.051);
        },
      ),
    );
  });

  const refusal = { kind: 'not_measured' };

  it('is refused where the face moved', () => {
    expect(() => measureNeutral(second((i) => ({ jawOpen: i / 60 })))).toThrow(
      expect.objectContaining({ ...refusal, message: 'The face moved: jawOpen did not rest.' }),
    );
    expect(() => measureNeutral(second((i) => ({ headPitch: i / 120 })))).toThrow(
      expect.objectContaining({ ...refusal, message: 'The head moved.' }),
    );
  });

  it('is refused where the face was lost, or never seen', () => {
    const seen = second(() => ({}));
    const lost = {
      ...seen,
      times: seen.times.filter((time) => time < 0.3 || time > 0.7),
      channels: seen.channels.filter((_, i) => i < 18 || i > 42),
    };
    for (const samples of [lost, { ...samplesOf([]), toSeconds: 1 }])
      expect(() => measureNeutral(samples)).toThrow(
        expect.objectContaining({ ...refusal, message: 'The face was not in sight all the time.' }),
      );
  });

  it('is refused where it is an expression, or the eyes are shut', () => {
    for (const [name, level] of Object.entries({ jawOpen: 0.95, eyeBlinkLeft: 0.66 }))
      expect(() => measureNeutral(second(() => ({ [name]: level })))).toThrow(
        expect.objectContaining({
          ...refusal,
          message: `This is not a neutral pose: ${name} is at ${level}.`,
        }),
      );
  });
});
