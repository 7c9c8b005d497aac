import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { requireShared } from '../../../scripts/testing/shared.ts';
import { ARKIT_BLENDSHAPES } from '../arkit.ts';
import { mappingFits } from '../index.ts';
import { builtInPresets, type MappingPreset } from '../presets/index.ts';
import { FACE_PROFILES, PROFILE_TARGETS } from '../profiles/index.ts';
import { compileMapping } from './compile.ts';
import { mappingBetween, mappingTo, UnfitMappingError } from './tables.ts';

const tables = builtInPresets('mapping');
const targetsOf = ({ controls, rules }: MappingPreset): string[] => [
  ...Object.values(controls).flatMap((targets) => Object.keys(targets)),
  ...rules.flatMap((rule) => rule.controls),
];

/** The name of the same thing on the other side of the face. */
function otherSide(name: string): string {
  const swap: Record<string, string> = { Left: 'Right', Right: 'Left', L: 'R', R: 'L' };
  return name
    .replace(/^([AT]\d\d)_/, '')
    .replace(/(Left|Right)/g, (side) => swap[side] ?? side)
    .replace(/_([LR])(?=_|$)/g, (_, side: string) => `_${swap[side]}`)
    .replace(/(?<=[a-zUD])[LR]$/, (side) => swap[side] ?? side);
}

describe('the built-in tables', () => {
  it.each(tables.map((table) => [table.name, table] as const))('%s: all names exist', (_, table) => {
    for (const [end, names] of [
      [table.from, Object.keys(table.controls)],
      [table.to, targetsOf(table)],
    ] as const) {
      const known = FACE_PROFILES.find((profile) => profile === end);
      if (known) expect(names.filter((name) => !PROFILE_TARGETS[known].includes(name))).toEqual([]);
    }
  });

  it.each(tables.map((table) => [table.name, table] as const))(
    '%s: both sides of the face alike',
    (_, table) => {
      const plain = (targets: Readonly<Record<string, number>> = {}) =>
        Object.fromEntries(
          Object.entries(targets).map(([name, weight]) => [name.replace(/^[AT]\d\d_/, ''), weight]),
        );
      const byPlainName = new Map(
        Object.entries(table.controls).map(([name, targets]) => [name, plain(targets)]),
      );
      for (const [source, targets] of byPlainName) {
        const mirrored = Object.fromEntries(
          Object.entries(targets).map(([name, weight]) => [otherSide(name), weight]),
        );
        expect(byPlainName.get(otherSide(source)), source).toEqual(mirrored);
      }
    },
  );

  it.each(FACE_PROFILES)('lead from every ARKit coefficient to %s', (profile) => {
    const table = mappingBetween('arkit', profile);
    const used = new Set([
      ...Object.keys(table?.controls ?? {}),
      ...(table?.rules ?? []).flatMap(({ numerator, denominator }) => [numerator, denominator]),
    ]);
    expect([...used].sort()).toEqual([...ARKIT_BLENDSHAPES].sort());
  });

  it('hold every pair of the reference for CC4 and CC3', (context) => {
    const file = requireShared(context, 'reference/face/arkit-to-cc4.json');
    const reference: { arkit_to_cc: Record<string, Record<string, string[]>> } = JSON.parse(
      readFileSync(file, 'utf8'),
    );
    for (const [key, profile] of [
      ['EXT', 'cc4_extended'],
      ['STD', 'cc4_standard'],
      ['TRA', 'cc3_explus'],
    ] as const) {
      for (const [source, targets] of Object.entries(reference.arkit_to_cc[key] ?? {})) {
        const full = Object.entries(mappingBetween('arkit', profile)?.controls[source] ?? {});
        expect(
          full
            .filter(([, weight]) => weight === 1)
            .map(([name]) => name)
            .sort(),
        ).toEqual(targets.sort());
      }
    }
  });
});

describe("the avatar engine's own table", () => {
  const table = tables.find(({ to }) => to === 'seed');
  if (!table) throw new Error('no such table');

  it('gives what its specification expects', () => {
    const targets = [...new Set(targetsOf(table))];
    const out = new Float32Array(targets.length);
    const shape: Record<string, number> = { jawOpen: 0.5, mouthSmileLeft: 0.8, eyeBlinkLeft: 1 };
    compileMapping(table, ARKIT_BLENDSHAPES, targets).apply(
      ARKIT_BLENDSHAPES.map((name) => shape[name] ?? 0),
      out,
    );
    const weight = (name: string) => out[targets.indexOf(name)];
    expect(weight('V_Open')).toBeCloseTo(0.35, 6);
    expect(weight('V_AA')).toBeCloseTo(0.15, 6);
    expect(weight('Eye_Blink_L')).toBe(1);
    expect(weight('Eye_Squint_L')).toBeCloseTo(0.1, 6);
    expect(weight('Mouth_Smile_L')).toBeCloseTo(0.64, 6);
    expect(weight('Cheek_Squint_L')).toBeCloseTo(0.16, 6);
  });

  it("drives a CC4 avatar by CC4's spellings", () => {
    const onward = mappingTo('cc4_extended', table);
    expect(onward?.controls['mouthSmileLeft']).toEqual({ Mouth_Smile_L: 0.8, Cheek_Raise_L: 0.2 });
    expect(onward?.controls['eyeLookDownLeft']).toEqual({ Eye_L_Look_Down: 1 });
    expect(onward?.controls['jawOpen']).toEqual({
      V_Open: expect.closeTo(0.91, 6),
      V_Tongue_Lower: expect.closeTo(0.12, 6),
    });
  });

  it('leads nowhere without a table', () => {
    expect(() => mappingTo('cc5_hd', table)).toThrow(UnfitMappingError);
  });
});

describe('a mapping for a rig', () => {
  it('is not carried on where it has limits, which would be lost', () => {
    const engine = tables.find(({ to }) => to === 'seed');
    if (!engine) throw new Error('no table');
    expect(mappingFits(engine, 'cc4_extended')).toBe(true);
    expect(mappingFits({ ...engine, limits: { V_Open: [0, 0.2] } }, 'cc4_extended')).toBe(false);
  });

  it('fits where it leads from ARKit to the profile, and is refused elsewhere', () => {
    for (const profile of FACE_PROFILES) {
      for (const table of tables) {
        const leads = table.from === 'arkit' && table.to === profile;
        const leadsOn = table.from === 'arkit' && mappingBetween(table.to, profile) !== undefined;
        expect(mappingFits(table, profile)).toBe(leads || leadsOn);
        if (!mappingFits(table, profile)) {
          expect(() => mappingTo(profile, table)).toThrow(`from arkit to ${profile}`);
        }
      }
    }
  });
});
