import { describe, expect, it } from 'vitest';
import { takeEditSchema } from '#shared/contract/index.ts';
import { createLayer, LAYER_KINDS } from '#shared/takeEdit/index.ts';
import { edgeOf, parametersOf, strengthOf } from './parameters.ts';

const weights = { id: 'a', subject: 0, channels: ['jawOpen'], range: null } as const;
const rotations = { ...weights, channels: ['headYaw', 'headPitch'] } as const;
const ranged = { ...weights, range: { fromSeconds: 1, toSeconds: 2 } };

describe('the settings of a layer', () => {
  it('can be set to both their ends, and are then what they were set to', () => {
    for (const kind of LAYER_KINDS) {
      for (const place of [weights, rotations, ranged]) {
        const layer = createLayer(kind, place);
        const all = (of: typeof layer) =>
          [...parametersOf(of), strengthOf(of), edgeOf(of)].filter((each) => each !== undefined);
        for (const [i, { name, min, max, value, set }] of all(layer).entries()) {
          expect(value).toBeGreaterThanOrEqual(min);
          expect(value).toBeLessThanOrEqual(max);
          for (const end of [min, max]) {
            const changed = set(end);
            expect(
              takeEditSchema.safeParse({ version: 1, layers: [changed] }).success,
              `${kind} ${name} ${end}`,
            ).toBe(true);
            expect(all(changed)[i]?.value).toBeCloseTo(end, 9);
          }
        }
      }
    }
  });

  it('are in degrees where they are of rotations', () => {
    const [amount] = parametersOf({ ...createLayer('offset', rotations), amount: Math.PI / 6 } as const);
    expect(amount).toMatchObject({ unit: 'degrees', value: expect.closeTo(30, 9) });
    expect(amount?.set(45)).toMatchObject({ amount: expect.closeTo(Math.PI / 4, 9) });
    expect(parametersOf(createLayer('offset', weights))[0]).toMatchObject({ unit: 'number' });
  });

  it('have soft ends only where a range has ends that show', () => {
    expect(edgeOf(createLayer('smooth', weights))).toBeUndefined();
    expect(edgeOf(createLayer('smooth', ranged))?.value).toBe(0.1);
    expect(edgeOf(createLayer('keys', ranged))).toBeUndefined();
  });
});
