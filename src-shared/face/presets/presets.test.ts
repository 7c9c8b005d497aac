import { describe, expect, it } from 'vitest';
import { PROFILE_TARGETS } from '../profiles/index.ts';
import { allBuiltInPresets, builtInPresets } from './builtIn.ts';
import { duplicatePreset, readPreset, samePreset } from './documents.ts';
import { presetSchema } from './preset.ts';

const cc4 = new Set(PROFILE_TARGETS.cc4_extended);
const [happy] = builtInPresets('emotion').filter(({ name }) => name === 'happy');
if (!happy) throw new Error('no happy preset');

describe('the built-in presets', () => {
  it('have names that are unique within their kind', () => {
    const names = allBuiltInPresets().map(({ kind, name }) => `${kind} ${name}`);
    expect(new Set(names).size).toBe(names.length);
  });

  it('hold the eight emotions', () => {
    expect(builtInPresets('emotion').map(({ name }) => name)).toEqual([
      'neutral',
      'happy',
      'sad',
      'angry',
      'surprised',
      'fear',
      'disgust',
      'contempt',
    ]);
  });

  it('name targets of CC4 Extended only', () => {
    const named = [
      ...builtInPresets('emotion').flatMap(({ targets }) => Object.keys(targets)),
      ...builtInPresets('micro_expression').flatMap(({ targets }) => Object.keys(targets)),
      ...builtInPresets('visemes').flatMap(({ visemes }) =>
        visemes.flatMap(({ targets }) => Object.keys(targets)),
      ),
      ...builtInPresets('rig').flatMap(({ followThrough }) => followThrough.map(({ follower }) => follower)),
    ];
    expect(named.filter((name) => !cc4.has(name))).toEqual([]);
  });

  it('let micro-expressions come with emotions that exist', () => {
    const emotions = builtInPresets('emotion').map(({ name }) => name);
    for (const { emotions: named } of builtInPresets('micro_expression')) {
      expect(emotions).toEqual(expect.arrayContaining(named));
    }
  });
});

describe('reading a preset', () => {
  it('takes back what was written', () => {
    for (const preset of allBuiltInPresets()) {
      expect(readPreset(JSON.parse(JSON.stringify(preset)))).toEqual({ ok: true, preset });
    }
  });

  it.each([
    ['another format', { ...happy, format: 'x' }],
    ['a newer version', { ...happy, version: 2 }],
    ['a name of two lines', { ...happy, name: 'Happy\nand free' }],
    ['an unknown kind', { ...happy, kind: 'mood' }],
    ['a weight over 1', { ...happy, targets: { Mouth_Smile_L: 1.5 } }],
    ['a weight that is no number', { ...happy, targets: { Mouth_Smile_L: Number.NaN } }],
    ['a name that is no target', { ...happy, targets: { 'a b': 1 } }],
    ['a property that means nothing', { ...happy, intensity: 1 }],
    ['no name', { ...happy, name: '  ' }],
    ['nothing', null],
  ])('refuses %s', (_, document) => {
    expect(readPreset(document)).toEqual({ ok: false, problems: [expect.any(String)] });
  });
});

describe('a duplicate', () => {
  it('says the same under another name, and shares nothing with the original', () => {
    const copy = duplicatePreset(happy, 'glad');
    expect(copy.name).toBe('glad');
    expect(samePreset(copy, happy)).toBe(true);
    copy.targets['Mouth_Smile_L'] = 1;
    expect(samePreset(copy, happy)).toBe(false);
    expect(happy.targets['Mouth_Smile_L']).toBe(0.6);
  });

  it('is the same in whatever order its properties stand', () => {
    const turned = Object.fromEntries(Object.entries(happy).reverse());
    expect(samePreset(presetSchema.parse(turned), happy)).toBe(true);
  });
});

describe('what a document may say of targets', () => {
  it.each(['constructor', 'valueOf', 'toString'])('no target is called %s', (name) => {
    expect(readPreset({ ...happy, targets: { [name]: 1 } }).ok).toBe(false);
  });

  it('is bounded', () => {
    const targets = Object.fromEntries(Array.from({ length: 2001 }, (_, i) => [`a${i}`, 1]));
    expect(readPreset({ ...happy, targets }).ok).toBe(false);
  });
});
