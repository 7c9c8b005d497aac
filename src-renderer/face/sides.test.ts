import { describe, expect, it } from 'vitest';
import { PROFILE_TARGETS } from '#shared/face/index.ts';
import { isDirection, otherSideOf } from './sides.ts';

describe('the other side of a target', () => {
  it.each([
    ['Mouth_Smile_L', 'Mouth_Smile_R'],
    ['Mouth_Funnel_Up_R', 'Mouth_Funnel_Up_L'],
    ['Eye_L_Look_Up', 'Eye_R_Look_Up'],
    ['eyeBlinkLeft', 'eyeBlinkRight'],
    ['A14_Eye_Blink_Left', 'A15_Eye_Blink_Right'],
    ['Jaw_Open', 'Jaw_Open'],
    ['V_Lip_Open', 'V_Lip_Open'],
  ])('of %s is %s', (target, other) => {
    expect(otherSideOf(target)).toBe(other);
  });

  it('mirrors a look: one eye to its left goes with the other to its right', () => {
    expect(otherSideOf('Eye_L_Look_L')).toBe('Eye_R_Look_R');
  });

  it.each(['cc4_extended', 'cc4_standard', 'cc3_explus', 'arkit'] as const)(
    'is a target of %s, and leads back',
    (profile) => {
      const targets = new Set(PROFILE_TARGETS[profile]);
      for (const target of targets) {
        const other = otherSideOf(target);
        expect(otherSideOf(other)).toBe(target);
        if (!target.startsWith('Head_') && !target.startsWith('Tongue_') && !target.startsWith('Nose_Tip'))
          expect(targets, target).toContain(other);
      }
    },
  );
});

describe('a target of the middle', () => {
  it.each([
    'Jaw_L',
    'Mouth_R',
    'Mouth_Upper_L',
    'Tongue_Tip_R',
    'Teeth_Left_D',
    'Nose_Tip_L',
    'jawLeft',
    'mouthRight',
  ])('%s moves it to one side, which no mirror doubles', (target) => expect(isDirection(target)).toBe(true));

  it.each([
    'Mouth_Smile_L',
    'Mouth_Up_Upper_R',
    'Eye_L_Look_L',
    'Cheek_Puff_L',
    'Mouth_Blow_L',
    'mouthSmileLeft',
    'Ear_Up_L',
  ])('is not %s', (target) => expect(isDirection(target)).toBe(false));
});
