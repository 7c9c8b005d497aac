import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTranslator } from '../mapping/index.ts';
import { type Constraint, DEFAULT_CONSTRAINTS } from '../presets/index.ts';
import { FACE_PROFILES, type FaceProfile, PROFILE_TARGETS } from '../profiles/index.ts';
import { compileConstraints } from './compile.ts';
import { createLipSeal } from './lipSeal.ts';

function face(profile: FaceProfile = 'cc4_extended', lacking: readonly string[] = []) {
  const targets = PROFILE_TARGETS[profile].filter((name) => !lacking.includes(name));
  const pose = { weights: new Float32Array(targets.length), regions: new Uint8Array(targets.length) };
  return {
    pose,
    translator: createTranslator(profile, targets),
    set: (name: string, weight: number) => {
      pose.weights[targets.indexOf(name)] = weight;
    },
    get: (name: string) => pose.weights[targets.indexOf(name)] ?? Number.NaN,
  };
}

function constrained(
  rules: readonly Constraint[],
  shape: Readonly<Record<string, number>>,
  lacking: readonly string[] = [],
) {
  const one = face('cc4_extended', lacking);
  for (const [name, weight] of Object.entries(shape)) one.set(name, weight);
  compileConstraints({ ...DEFAULT_CONSTRAINTS, rules: [...rules] }, one.translator)(one.pose);
  return one.get;
}

describe('rules for a face', () => {
  it('take from antagonists what they have in common', () => {
    const rule: Constraint = { rule: 'antagonists', a: 'Mouth_Smile_L', b: 'Mouth_Frown_L', strength: 1 };
    const get = constrained([rule], { Mouth_Smile_L: 0.7, Mouth_Frown_L: 0.2 });
    expect(get('Mouth_Smile_L')).toBeCloseTo(0.5, 6);
    expect(get('Mouth_Frown_L')).toBe(0);
  });

  it('keep the lips from being closer together than the jaw is open', () => {
    const rule: Constraint = { rule: 'at_most', target: 'Mouth_Close', others: ['Jaw_Open'] };
    expect(constrained([rule], { Mouth_Close: 0.6, Jaw_Open: 0.2 })('Mouth_Close')).toBeCloseTo(0.2, 6);
    expect(constrained([rule], { Mouth_Close: 0.1, Jaw_Open: 0.2 })('Mouth_Close')).toBeCloseTo(0.1, 6);
  });

  it('keep both sides within a difference', () => {
    const rule: Constraint = {
      rule: 'balanced',
      left: 'Nose_Sneer_L',
      right: 'Nose_Sneer_R',
      difference: 0.6,
    };
    const get = constrained([rule], { Nose_Sneer_L: 0.1, Nose_Sneer_R: 1 });
    expect(get('Nose_Sneer_R') - get('Nose_Sneer_L')).toBeCloseTo(0.6, 6);
    expect(get('Nose_Sneer_R') + get('Nose_Sneer_L')).toBeCloseTo(1.1, 6);
  });

  it('share out a total', () => {
    const rule: Constraint = { rule: 'total', targets: ['Jaw_Open', 'V_Open'], sum: 1 };
    const get = constrained([rule], { Jaw_Open: 1, V_Open: 0.5 });
    expect(get('Jaw_Open')).toBeCloseTo(2 / 3, 6);
    expect(get('V_Open')).toBeCloseTo(1 / 3, 6);
  });

  it('let one target give way to another, which stays as it is', () => {
    const rule: Constraint = { rule: 'yields', target: 'Eye_Squint_L', to: 'Eye_Blink_L', sum: 1.25 };
    const get = constrained([rule], { Eye_Squint_L: 0.8, Eye_Blink_L: 1 });
    expect(get('Eye_Blink_L')).toBe(1);
    expect(get('Eye_Squint_L')).toBeCloseTo(0.25, 6);
    expect(constrained([rule], { Eye_Squint_L: 0.8, Eye_Blink_L: 0.2 })('Eye_Squint_L')).toBeCloseTo(0.8, 6);
  });

  it.each([
    [
      'a limit',
      { rule: 'at_most', target: 'Mouth_Close', others: ['Jaw_Open', 'V_Explosive'] },
      { Mouth_Close: 0.5 },
      'Jaw_Open',
    ],
    [
      'an antagonist',
      { rule: 'antagonists', a: 'Mouth_Smile_L', b: 'Mouth_Frown_L', strength: 1 },
      { Mouth_Smile_L: 0.5 },
      'Mouth_Frown_L',
    ],
    [
      'the other side',
      { rule: 'balanced', left: 'Nose_Sneer_L', right: 'Nose_Sneer_R', difference: 0.1 },
      { Nose_Sneer_L: 0.5 },
      'Nose_Sneer_R',
    ],
    [
      'what is yielded to',
      { rule: 'yields', target: 'Eye_Squint_L', to: 'Eye_Blink_L', sum: 1 },
      { Eye_Squint_L: 0.5 },
      'Eye_Blink_L',
    ],
  ] satisfies [string, Constraint, Record<string, number>, string][])(
    'do nothing on an avatar that lacks %s',
    (_, rule, shape, lacking) => {
      const get = constrained([rule], shape, [lacking]);
      for (const [name, weight] of Object.entries(shape)) expect(get(name)).toBe(weight);
    },
  );

  it('share out a total among the targets that there are', () => {
    const rule: Constraint = { rule: 'total', targets: ['Jaw_Open', 'V_Open', 'V_Wide'], sum: 1 };
    const get = constrained([rule], { Jaw_Open: 1, V_Wide: 1 }, ['V_Open']);
    expect(get('Jaw_Open')).toBeCloseTo(0.5, 6);
    expect(get('V_Wide')).toBeCloseTo(0.5, 6);
  });

  it('keep every face of every profile within 0..1, and change little when it changes little', () => {
    for (const profile of FACE_PROFILES) {
      const one = face(profile);
      const constrain = compileConstraints(DEFAULT_CONSTRAINTS, one.translator);
      const count = one.pose.weights.length;
      const weights = fc.float32Array({ min: 0, max: 1, noNaN: true, minLength: count, maxLength: count });
      const nudge = Math.fround(1e-3);
      fc.assert(
        fc.property(weights, fc.nat(count - 1), (shape, at) => {
          one.pose.weights.set(shape);
          constrain(one.pose);
          const before = one.pose.weights.slice();
          expect(before.every((weight) => weight >= 0 && weight <= 1)).toBe(true);
          one.pose.weights.set(shape.with(at, Math.min(1, (shape[at] ?? 0) + nudge)));
          constrain(one.pose);
          for (const [i, weight] of one.pose.weights.entries()) {
            expect(Math.abs(weight - (before[i] ?? 0))).toBeLessThan(5 * nudge);
          }
        }),
        { numRuns: 30 },
      );
    }
  });
});

describe('lips held shut', () => {
  it('lose what parts them, as far as they are shut', () => {
    const one = face();
    const seal = createLipSeal(one.translator, new Set());
    one.set('Jaw_Open', 0.8);
    one.set('Mouth_Smile_L', 0.5);
    seal(one.pose, 0.5);
    expect(one.get('Jaw_Open')).toBeCloseTo(0.4, 6);
    seal(one.pose, 1);
    expect(one.get('Jaw_Open')).toBe(0);
    expect(one.get('Mouth_Smile_L')).toBe(0.5);
  });
});
