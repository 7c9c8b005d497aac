import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RIG_LAYERS } from '../presets/index.ts';
import { FACE_PROFILES } from '../profiles/index.ts';
import { face, runFrames, STILL, weightOf } from '../testing/neutralRig.ts';
import { createFaceRig } from './rig.ts';
import type { FaceRig } from './types.ts';

const anyNumber = fc.oneof(
  fc.double(),
  fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0, 1, -1, 1e300),
);
const anyArray = (maxLength: number) => fc.array(anyNumber, { maxLength });
const tracking = fc.option(
  fc.record(
    {
      blendshapes: anyArray(60),
      head: anyArray(4),
      leftEye: anyArray(4),
      rightEye: anyArray(4),
    },
    { requiredKeys: ['blendshapes'] },
  ),
  { nil: undefined },
);
const step = fc.oneof(fc.constantFrom(1 / 60, 1 / 30, 0, -1, 1e6, 1e-9), anyNumber);

type Act = (rig: FaceRig) => void;
const visemes = fc.constantFrom('B_M_P', 'Ah', 'FF', 'None', 'Oh', 'nothing');
const act: fc.Arbitrary<Act> = fc.oneof(
  fc.tuple(fc.constantFrom('happy', 'fear', 'neutral', 'glee'), anyNumber, anyNumber).map(
    ([name, intensity, seconds]): Act =>
      (rig) =>
        void rig.emotion.set(name, intensity, seconds),
  ),
  fc.tuple(fc.array(fc.tuple(visemes, anyNumber, anyNumber, anyNumber), { maxLength: 6 }), anyNumber).map(
    ([cues, start]): Act =>
      (rig) =>
        void rig.speech.speak(
          cues.map(([viseme, startSeconds, durationSeconds, strength]) => ({
            viseme,
            startSeconds,
            durationSeconds,
            strength,
          })),
          start,
        ),
  ),
  fc.tuple(visemes, anyNumber, anyNumber).map(
    ([viseme, weight, seconds]): Act =>
      (rig) =>
        void rig.speech.impulse(viseme, weight, seconds),
  ),
  anyArray(20).map(
    (weights): Act =>
      (rig) =>
        rig.speech.setVisemes(weights),
  ),
  fc.constant<Act>((rig) => rig.speech.stop()),
  fc.tuple(fc.constantFrom('Jaw_Open', 'jawOpen', 'Mouth_Close', 'x'), anyNumber).map(
    ([target, value]): Act =>
      (rig) =>
        void rig.manual.set(target, value),
  ),
  fc.constant<Act>((rig) => rig.manual.releaseAll()),
  fc.tuple(anyNumber, anyNumber).map(
    ([yaw, pitch]): Act =>
      (rig) =>
        rig.idle.lookAt(yaw, pitch),
  ),
  fc.tuple(fc.constantFrom('idle' as const, 'tracking' as const, 'manual' as const), anyNumber).map(
    ([layer, weight]): Act =>
      (rig) =>
        rig.setLayerWeight(layer, weight),
  ),
  anyNumber.map(
    (strength): Act =>
      (rig) =>
        void rig.micro.trigger('eye_flash', strength),
  ),
  anyNumber.map(
    (seconds): Act =>
      (rig) =>
        rig.feedFrameTime(seconds),
  ),
  fc.constant<Act>((rig) => rig.reset(3)),
);

describe('whatever came in', () => {
  it('a face that is seen shows again, once everything is let go', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(step, tracking, act), { minLength: 1, maxLength: 30 }), (script) => {
        const rig = createFaceRig({ settings: STILL, seed: 2 });
        let time = 0;
        for (const [passed, seen, change] of script) {
          change(rig);
          // A clock beyond this has no room for frames between its numbers.
          if (Math.abs(time + passed) < 1e9) time += passed;
          rig.evaluate(time, seen);
        }
        rig.speech.stop();
        rig.manual.releaseAll();
        rig.emotion.clear();
        rig.idle.lookAt(0, 0);
        for (const layer of RIG_LAYERS) rig.setLayerWeight(layer, 1);
        runFrames(rig, time, time + 12, face({ jawOpen: 0.5, mouthSmileLeft: 0.5 }));
        expect(weightOf(rig, 'Jaw_Open')).toBeCloseTo(0.5, 2);
        expect(weightOf(rig, 'Mouth_Smile_L')).toBeCloseTo(0.5, 2);
        expect(Math.abs(rig.frame.head[0] ?? 1)).toBeLessThan(0.02);
      }),
      { numRuns: 40 },
    );
  });
});

describe('whatever comes in', () => {
  it('finite weights within 0..1 and finite angles come out', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...FACE_PROFILES),
        fc.array(fc.tuple(step, tracking, fc.option(act, { nil: undefined })), {
          minLength: 1,
          maxLength: 40,
        }),
        (profile, script) => {
          const rig = createFaceRig({ profile, seed: 2 });
          let time = 0;
          for (const [passed, seen, change] of script) {
            change?.(rig);
            time += Number.isFinite(time + passed) ? passed : 0;
            const { weights, head, eyes, sway, jaw, breath } = rig.evaluate(
              Number.isFinite(passed) ? time : passed,
              seen,
            );
            for (const weight of weights) {
              if (!(weight >= 0 && weight <= 1)) expect.fail(`weight ${weight}`);
            }
            for (const angle of [...head, ...eyes, ...sway]) {
              if (!(Math.abs(angle) <= Math.PI)) expect.fail(`angle ${angle}`);
            }
            expect(jaw).toBeGreaterThanOrEqual(0);
            expect(jaw).toBeLessThan(0.7);
            expect(breath >= 0 && breath <= 1).toBe(true);
          }
        },
      ),
      { numRuns: 150 },
    );
  });
});
