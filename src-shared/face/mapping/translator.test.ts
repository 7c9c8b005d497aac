import { describe, expect, it } from 'vitest';
import { builtInPresets } from '../presets/index.ts';
import { FACE_PROFILES, PROFILE_TARGETS } from '../profiles/index.ts';
import { createTranslator } from './translator.ts';

describe('presets on an avatar of another profile', () => {
  it.each(FACE_PROFILES)('%s: every emotion and every sound shows', (profile) => {
    const translator = createTranslator(profile, PROFILE_TARGETS[profile]);
    for (const { name, targets } of builtInPresets('emotion')) {
      const { indices, weights } = translator.translate(targets);
      if (name !== 'neutral') expect(indices.length, name).toBeGreaterThan(2);
      for (const weight of weights) expect(weight).toBeLessThanOrEqual(1);
    }
    for (const { visemes } of builtInPresets('visemes')) {
      for (const { name, targets } of visemes) {
        if (name !== 'None') expect(translator.translate(targets).indices.length, name).toBeGreaterThan(0);
      }
    }
  });

  it('gathers what several targets become', () => {
    const targets = PROFILE_TARGETS.cc4_standard;
    const { indices, weights } = createTranslator('cc4_standard', targets).translate({
      Mouth_Funnel_Up_L: 1,
      Mouth_Funnel_Up_R: 1,
      Mouth_Funnel_Down_L: 1,
      Mouth_Funnel_Down_R: 1,
    });
    expect([...indices].map((index) => targets[index])).toEqual(['Mouth_Funnel']);
    expect([...weights]).toEqual([1]);
  });

  it("understands the avatar engine's spellings", () => {
    const targets = PROFILE_TARGETS.cc4_extended;
    const { indices } = createTranslator('cc4_extended', targets).translate({ Brow_Raise_L: 0.2 });
    expect([...indices].map((index) => targets[index])).toEqual(['Brow_Raise_Outer_L', 'Brow_Raise_Inner_L']);
  });

  it('leaves out names that mean nothing, and those that the avatar lacks', () => {
    const translator = createTranslator('cc4_standard', PROFILE_TARGETS.cc4_standard);
    expect(translator.translate({ Brow_Wiggle: 1, Ear_Up_L: 1 }).indices.length).toBe(0);
  });
});
