import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { requireShared } from '../../../scripts/testing/shared.ts';
import { FACE_PROFILES, type FaceProfile, PROFILE_TARGETS } from '../profiles/index.ts';
import { expectedTargets, recogniseFace } from './index.ts';
import { foldName } from './spelling.ts';

const names = z.array(z.string());
const morphsSchema = z.object({
  cc4_extended_CC_Base_Body_fbx_order_152: names,
  cc4_extended_CC_Base_Tongue_fbx_order_48: names,
});
const visemesSchema = z.object({ cc3_names: names });
const reachedSchema = z.object({ arkit_to_cc: z.record(z.string(), z.record(z.string(), names)) });

const read = <Shape>(file: string, schema: z.ZodType<Shape>): Shape =>
  schema.parse(JSON.parse(readFileSync(file, 'utf8')));

describe('the face of a file', () => {
  it('is known from a CC4 character, body and tongue together', (context) => {
    const morphs = read(requireShared(context, 'reference/face/cc4-morphs.json'), morphsSchema);
    const body = morphs.cc4_extended_CC_Base_Body_fbx_order_152;
    const tongue = morphs.cc4_extended_CC_Base_Tongue_fbx_order_48;
    const face = recogniseFace([...body, ...tongue]);
    expect(face).toMatchObject({ profile: 'cc4_extended', certainty: 'sure', extra: [] });
    expect(face.aliases['Jaw_Open']).toEqual(['Jaw_Open']);
    // The eyes of this character turn by bones alone, its tongue by the other mesh.
    expect(recogniseFace(body)).toMatchObject({ profile: 'cc4_extended', certainty: 'sure' });
  });

  it('is known from the tongue alone, though not surely', (context) => {
    const morphs = read(requireShared(context, 'reference/face/cc4-morphs.json'), morphsSchema);
    const { profile, certainty } = recogniseFace(morphs.cc4_extended_CC_Base_Tongue_fbx_order_48);
    expect({ profile, certainty }).toEqual({ profile: 'cc4_extended', certainty: 'unsure' });
  });

  it('is known from a CC3 character, whose visemes have no V_', (context) => {
    const { cc3_names } = read(requireShared(context, 'reference/face/cc4-visemes.json'), visemesSchema);
    const face = recogniseFace([
      ...PROFILE_TARGETS.cc3_explus.filter((n) => n.startsWith('A')),
      ...cc3_names,
    ]);
    expect(face).toMatchObject({ profile: 'cc3_explus', certainty: 'sure', missing: [], extra: [] });
    expect(face.aliases['V_Tight_O']).toEqual(['Tight-O']);
  });

  it.each([
    ['iFacialMocap', (name: string) => name.replace(/Left$/, '_L').replace(/Right$/, '_R')],
    ['Unreal', (name: string) => name.charAt(0).toUpperCase() + name.slice(1)],
    ['Maya', (name: string) => `blendShape1.${name}`],
    ['snake case', (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)],
  ])('is ARKit as %s spells it', (_, spell) => {
    const face = recogniseFace(PROFILE_TARGETS.arkit.map(spell));
    expect(face).toMatchObject({ profile: 'arkit', certainty: 'sure', missing: [], extra: [] });
    expect(face.aliases['eyeBlinkLeft']).toEqual([spell('eyeBlinkLeft')]);
  });

  it('has every mesh that spells a target in its own way', () => {
    const face = recogniseFace(['CC_Base_Body.Jaw_Open', 'CC_Base_Tongue.Jaw_Open', 'Jaw_Open.001']);
    expect(face.aliases['Jaw_Open']).toHaveLength(3);
  });

  it('lists what it lacks and what it has beside', () => {
    const all = [...PROFILE_TARGETS.cc4_standard].filter((name) => name !== 'Eye_Blink_L');
    const face = recogniseFace([...all, 'Breast_Scale']);
    expect(face).toMatchObject({
      profile: 'cc4_standard',
      missing: ['Eye_Blink_L'],
      extra: ['Breast_Scale'],
    });
  });

  it('is nobody’s where no name is known', () => {
    const face = recogniseFace(['Key 1', 'smooth', '']);
    expect(face).toMatchObject({ profile: 'arkit', certainty: 'none', extra: ['Key 1', 'smooth', ''] });
    expect(face.missing).toHaveLength(52);
  });

  it('may be told', () => {
    const face = recogniseFace(PROFILE_TARGETS.cc4_standard, 'arkit');
    expect(face).toMatchObject({ profile: 'arkit', certainty: 'unsure' });
    expect(face.aliases['jawOpen']).toEqual(['Jaw_Open']);
  });
});

describe('a file of more names than any avatar has', () => {
  // Where time grew with the square of their number, or of their length, each would take a minute.
  it('is recognised though all mean the same target', () => {
    const names = Array.from({ length: 40_000 }, (_, i) => `${i}.jawOpen`);
    expect(recogniseFace(names).aliases['jawOpen']).toEqual(names);
  });

  it('is recognised though every name has a hundred words', () => {
    const names = Array.from({ length: 20_000 }, (_, i) => i.toString(36) + 'aA'.repeat(124));
    expect(recogniseFace(names).extra).toEqual(names);
  });
});

describe('expected targets', () => {
  it.each(FACE_PROFILES)('are targets of %s, each once', (profile) => {
    const targets = new Set<string>(PROFILE_TARGETS[profile]);
    expect(expectedTargets(profile).filter((name) => !targets.has(name))).toEqual([]);
    expect(new Set(expectedTargets(profile)).size).toBe(expectedTargets(profile).length);
  });

  it.for([
    ['cc4_extended', 'EXT'],
    ['cc4_standard', 'STD'],
    ['cc3_explus', 'TRA'],
  ] as const)('of %s hold what Reallusion pairs with the ARKit shapes', ([profile, key], context) => {
    const file = requireShared(context, 'reference/face/arkit-to-cc4.json');
    const paired = Object.values(read(file, reachedSchema).arkit_to_cc[key] ?? {}).flat();
    expect(expectedTargets(profile)).toEqual(expect.arrayContaining(paired));
  });

  it.each(FACE_PROFILES)('of %s are enough for the 52 ARKit shapes', (profile) => {
    expect(expectedTargets(profile).length).toBeGreaterThanOrEqual(52);
  });
});

/** Names of a profile that no other has, in whatever spelling. */
function tellTale(profile: FaceProfile): string[] {
  const others = FACE_PROFILES.filter((each) => each !== profile).flatMap((each) => [
    ...PROFILE_TARGETS[each],
  ]);
  const known = new Set([...others, 'mouth_L', 'mouth_R', 'jaw_L', 'jaw_R'].map(foldName));
  const sides = new Set(
    PROFILE_TARGETS.arkit.map((name) =>
      foldName(name)
        .replace(/left$/, 'l')
        .replace(/right$/, 'r'),
    ),
  );
  return PROFILE_TARGETS[profile].filter((name) => !known.has(foldName(name)) && !sides.has(foldName(name)));
}

describe('any part of a profile', () => {
  const prefixes = ['', 'CC_Base_Body.', 'blendShape1.', 'head_geo|', 'Wolf3D_Head_', 'Genesis8Female__'];
  it.each(FACE_PROFILES)('of %s is recognised, in any case and behind any prefix', (profile) => {
    const part = fc.tuple(
      fc.subarray(tellTale(profile), { minLength: 1 }),
      fc.subarray([...PROFILE_TARGETS[profile]], { minLength: 3 }),
      fc.constantFrom(...prefixes),
      fc.constantFrom(
        (name: string) => name,
        (name: string) => name.toUpperCase(),
      ),
    );
    fc.assert(
      fc.property(part, ([certain, more, prefix, letters]) => {
        const targets = [...new Set([...certain, ...more])];
        const face = recogniseFace(targets.map((name) => prefix + letters(name)));
        expect(face.profile).toBe(profile);
        expect(face.extra).toEqual([]);
        for (const target of targets) expect(face.aliases[target]).toEqual([prefix + letters(target)]);
      }),
    );
  });

  it('is recognised among any names without an error', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (others) => {
        const face = recogniseFace([...PROFILE_TARGETS.cc4_extended, ...others]);
        expect(face.profile).toBe('cc4_extended');
        const taken = Object.values(face.aliases).flat();
        expect(taken.length + face.extra.length).toBe(
          new Set([...PROFILE_TARGETS.cc4_extended, ...others]).size,
        );
      }),
    );
  });
});
