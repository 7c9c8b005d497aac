import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { repositoryRoot, requireShared } from '../../../scripts/testing/shared.ts';
import { ARKIT_BLENDSHAPE_COUNT, ARKIT_BLENDSHAPES, ARKIT_INDEX, type ArkitBlendshape } from '../arkit.ts';
import { createMetahumanMapper, metahumanMappingSchema } from './metahuman.ts';

const table: unknown = JSON.parse(
  readFileSync(join(repositoryRoot, 'resources/mappings/arkit-to-metahuman.json'), 'utf8'),
);
const mapping = metahumanMappingSchema.parse(table);
const mapper = createMetahumanMapper(mapping);
const lipsTogether = ['UL', 'UR', 'DL', 'DR'].map((part) => `CTRL_expressions_mouthLipsTogether${part}`);

/** The controls that are not 0 for a face with these coefficients. */
function controlsFor(shape: Partial<Record<ArkitBlendshape, number>>): Record<string, number> {
  const coefficients = ARKIT_BLENDSHAPES.map((name) => shape[name] ?? 0);
  const out = new Float32Array(mapper.controls.length);
  mapper.map(coefficients, out);
  const values = mapper.controls.map((name, index) => [name, out[index] ?? 0] as const);
  return Object.fromEntries(values.filter(([, value]) => value !== 0));
}

const face = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), {
  minLength: ARKIT_BLENDSHAPE_COUNT,
  maxLength: ARKIT_BLENDSHAPE_COUNT,
});

describe('the MetaHuman mapping table', () => {
  it('has a source for every coefficient, by sum or by rule', () => {
    const used = new Set([
      ...Object.keys(mapping.controls),
      ...mapping.rules.flatMap(({ numerator, denominator }) => [numerator, denominator]),
    ]);
    expect([...used].sort()).toEqual([...ARKIT_BLENDSHAPES].sort());
  });

  it('holds the values of the reference, without its authoring noise', (context) => {
    const file = requireShared(context, 'reference/face/arkit-to-metahuman.json');
    const reference: { arkit_to_ctrl: Record<string, Record<string, number>> } = JSON.parse(
      readFileSync(file, 'utf8'),
    );
    for (const [coefficient, controls] of Object.entries(reference.arkit_to_ctrl)) {
      const kept = Object.entries(controls).filter(
        ([control, weight]) => weight !== 0.0314 && control !== 'CTRL_expressions_tongueRight',
      );
      expect(mapping.controls[coefficient as ArkitBlendshape], coefficient).toEqual(Object.fromEntries(kept));
    }
  });

  it('names only controls that MetaHuman has', (context) => {
    const file = requireShared(context, 'reference/face/arkit-to-metahuman.json');
    const reference: { all_ctrl_expressions: string[] } = JSON.parse(readFileSync(file, 'utf8'));
    expect(reference.all_ctrl_expressions).toEqual(expect.arrayContaining([...mapper.controls]));
  });

  it('refuses unknown coefficients, unknown control names, and a control with two sources', () => {
    const rule = mapping.rules[0];
    const wrong = [
      { ...mapping, controls: { jawOpn: { CTRL_expressions_jawOpen: 1 } } },
      { ...mapping, controls: { jawOpen: { jawOpen: 1 } } },
      { ...mapping, controls: { jawOpen: { CTRL_expressions_mouthLipsTogetherUL: 1 } } },
      { ...mapping, rules: [rule, rule] },
      { ...mapping, version: 2 },
    ];
    for (const one of wrong) expect(metahumanMappingSchema.safeParse(one).success).toBe(false);
  });
});

describe('mapping a face onto MetaHuman controls', () => {
  it('leaves a neutral face neutral', () => {
    expect(controlsFor({})).toEqual({});
  });

  it('turns the eyes to the side that the subject looks to', () => {
    expect(controlsFor({ eyeLookOutLeft: 1, eyeLookInRight: 1 })).toEqual({
      CTRL_expressions_eyeLookLeftL: 1,
      CTRL_expressions_eyeLookLeftR: 1,
    });
  });

  it('adds up coefficients that share a control, and stops at 1', () => {
    const { CTRL_expressions_mouthFunnelUL: shared } = controlsFor({ mouthFunnel: 0.25, mouthPucker: 0.5 });
    expect(shared).toBeCloseTo(0.25 + 0.5 * 0.7519, 6);
    expect(controlsFor({ mouthFunnel: 1, mouthPucker: 1 })).toMatchObject({
      CTRL_expressions_mouthFunnelUL: 1,
    });
  });

  it('closes the lips by the ratio of mouthClose to jawOpen', () => {
    const half = controlsFor({ mouthClose: 0.2, jawOpen: 0.4 });
    for (const control of lipsTogether) expect(half[control]).toBeCloseTo(0.5, 6);
    expect(controlsFor({ mouthClose: 0.3, jawOpen: 0.1 })).toMatchObject({ [lipsTogether[0] ?? '']: 1 });
  });

  it('does not close the lips while the jaw is shut', () => {
    expect(controlsFor({ mouthClose: 0.5, jawOpen: 0 })).toEqual({});
    expect(controlsFor({ mouthClose: 0.5, jawOpen: 0.0009 })).not.toHaveProperty([lipsTogether[0] ?? '']);
  });

  it('keeps every control within 0..1, and writes each of them', () => {
    fc.assert(
      fc.property(face, (coefficients) => {
        const out = new Float32Array(mapper.controls.length).fill(Number.NaN);
        mapper.map(coefficients, out);
        return out.every((value) => value >= 0 && value <= 1);
      }),
    );
  });

  it('never lowers a summed control when a coefficient grows', () => {
    const summed = mapper.controls.length - lipsTogether.length;
    fc.assert(
      fc.property(face, fc.constantFrom(...ARKIT_BLENDSHAPES), (coefficients, grown) => {
        const before = new Float32Array(mapper.controls.length);
        const after = new Float32Array(mapper.controls.length);
        mapper.map(coefficients, before);
        mapper.map(coefficients.with(ARKIT_INDEX.get(grown) ?? 0, 1), after);
        return before.slice(0, summed).every((value, control) => value <= (after[control] ?? 0));
      }),
    );
  });
});
