import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type MappingPreset, mappingPresetSchema } from '../presets/index.ts';
import { compileMapping } from './compile.ts';
import { composeMappings } from './compose.ts';

const SOURCES = ['s0', 's1', 's2', 's3'];
const TARGETS = ['t0', 't1', 't2', 't3', 't4'];

function mapping(parts: Partial<MappingPreset>): MappingPreset {
  return mappingPresetSchema.parse({
    format: 'mimesis-preset',
    version: 1,
    kind: 'mapping',
    name: 'test',
    source: 'made up',
    from: 'arkit',
    to: 'seed',
    controls: {},
    rules: [],
    ...parts,
  });
}

function run(
  preset: MappingPreset,
  input: Readonly<Record<string, number>>,
  sources: readonly string[] = SOURCES,
  targets: readonly string[] = TARGETS,
): Record<string, number> {
  const out = new Float32Array(targets.length);
  compileMapping(preset, sources, targets).apply(
    sources.map((name) => input[name] ?? 0),
    out,
  );
  return Object.fromEntries(targets.map((name, i) => [name, out[i] ?? Number.NaN]));
}

const weights = fc.dictionary(fc.constantFrom(...TARGETS), fc.double({ min: -2, max: 2, noNaN: true }));
const controls = fc.dictionary(fc.constantFrom(...SOURCES), weights);
const input = fc.dictionary(fc.constantFrom(...SOURCES), fc.double({ min: 0, max: 1, noNaN: true }));

describe('a compiled mapping', () => {
  it('gives what the sums by name give, held within 0..1', () => {
    fc.assert(
      fc.property(controls, input, (sums, values) => {
        const result = run(mapping({ controls: sums }), values);
        for (const target of TARGETS) {
          const sum = SOURCES.reduce(
            (total, source) => total + (values[source] ?? 0) * (sums[source]?.[target] ?? 0),
            0,
          );
          expect(result[target]).toBeCloseTo(Math.min(1, Math.max(0, sum)), 5);
        }
      }),
    );
  });

  it('does not mind in what order names stand', () => {
    const shuffled = (names: readonly string[]) =>
      fc.shuffledSubarray([...names], { minLength: names.length });
    fc.assert(
      fc.property(controls, input, shuffled(SOURCES), shuffled(TARGETS), (sums, values, sources, targets) => {
        const turned = Object.fromEntries(Object.entries(sums).reverse());
        expect(run(mapping({ controls: turned }), values, sources, targets)).toEqual(
          Object.fromEntries(
            Object.entries(run(mapping({ controls: sums }), values)).map(([name, value]) => [
              name,
              expect.closeTo(value, 5),
            ]),
          ),
        );
      }),
    );
  });

  it('adds offsets and holds each target within its limits', () => {
    const preset = mapping({
      controls: { s0: { t0: 1, t1: 1 } },
      offsets: { t0: 0.2 },
      limits: { t0: [0.1, 0.6], t1: [-0.5, 2] },
    });
    expect(run(preset, {})).toMatchObject({ t0: expect.closeTo(0.2, 6), t1: 0 });
    expect(run(preset, { s0: 1 })).toMatchObject({ t0: expect.closeTo(0.6, 6), t1: 1 });
  });

  it('passes over names that it does not know, and does the rest', () => {
    const preset = mapping({
      controls: { s0: { t0: 1, tX: 1 }, sX: { t1: 1 } },
      rules: [
        {
          kind: 'clamped_ratio',
          numerator: 's1',
          denominator: 'sY',
          zero_below: 0.1,
          controls: ['t2', 'tY'],
        },
      ],
    });
    expect(run(preset, { s0: 0.5 })).toMatchObject({ t0: 0.5, t1: 0, t2: 0 });
  });

  it('leaves alone what it does not drive', () => {
    const out = new Float32Array(TARGETS.length).fill(9);
    compileMapping(mapping({ controls: { s0: { t3: 1 } } }), SOURCES, TARGETS).apply([1, 0, 0, 0], out);
    expect([...out]).toEqual([9, 9, 9, 1, 9]);
  });
});

describe('two mappings after one another', () => {
  it('do what both do', () => {
    const first = mapping({ controls: { s0: { a: 0.7, b: 0.3 }, s1: { b: 1 } } });
    const second = mapping({ controls: { a: { t0: 1 }, b: { t0: 0.5, t1: 1 } } });
    const both = run(composeMappings(first, second), { s0: 1, s1: 0.2 });
    expect(both).toMatchObject({ t0: expect.closeTo(0.95, 5), t1: expect.closeTo(0.5, 5) });
  });
});

describe('offsets and limits', () => {
  it('hold for targets that no source drives; names that are no targets are passed over', () => {
    const preset = mapping({ offsets: { t1: 0.3, slip: 0.2 }, limits: { typo: [0, 0.5] } });
    expect(run(preset, {})).toMatchObject({ t1: Math.fround(0.3) });
    expect(compileMapping(preset, SOURCES, TARGETS).driven).toHaveLength(1);
  });

  it('of a mapping that is carried on go along', () => {
    const first = mapping({ controls: { s0: { m0: 1 } }, offsets: { m0: 0.2 } });
    const second = mapping({ controls: { m0: { t0: 0.5 } }, offsets: { t0: 0.1 } });
    expect(run(composeMappings(first, second), { s0: 0.4 })['t0']).toBeCloseTo(0.4, 6);
  });
});
