import { describe, expect, it } from 'vitest';
import { FACE_PROFILES, PROFILE_TARGETS } from '../profiles/index.ts';
import { FACE_REGIONS, REGION_INDEX, regionOf } from './regions.ts';

describe('the regions of a face', () => {
  it.each([
    ['brows', ['Brow_Drop_L', 'browInnerUp', 'A01_Brow_Inner_Up', 'Brow_Lateral_R']],
    ['lids', ['Eye_Blink_L', 'eyeWideLeft', 'A16_Eye_Squint_Left', 'Eyelash_Upper_Up_L', 'Eye_Lid_Press_R']],
    [
      'gaze',
      ['Eye_L_Look_Up', 'eyeLookInLeft', 'A10_Eye_Look_Out_Left', 'Left_Eyeball_Look_L', 'Eye_Look_Left_R'],
    ],
    [
      'cheeks_nose',
      ['Cheek_Raise_L', 'noseSneerLeft', 'A20_Cheek_Puff', 'Eye_Cheek_Raise_L', 'Mouth_Cheek_Blow_L'],
    ],
    ['jaw', ['Jaw_Open', 'jawForward', 'A25_Jaw_Open', 'Teeth_Up_D']],
    [
      'mouth',
      ['Mouth_Smile_L', 'mouthClose', 'A38_Mouth_Smile_Left', 'V_Open', 'V_Lip_Open', 'Jaw_Chin_Raise_DL'],
    ],
    ['tongue', ['Tongue_Out', 'tongueOut', 'T01_Tongue_Up', 'V_Tongue_up']],
    ['head', ['Head_Turn_L', 'Neck_Tighten_L', 'Ear_Up_L']],
  ] as const)('%s', (region, targets) => {
    for (const target of targets) expect(regionOf(target), target).toBe(region);
  });

  it('are all found in every profile that has more than ARKit', () => {
    for (const profile of FACE_PROFILES) {
      const found = new Set(PROFILE_TARGETS[profile].map(regionOf));
      const expected = FACE_REGIONS.filter((region) => region !== 'head');
      expect(expected.filter((region) => !found.has(region))).toEqual([]);
    }
  });

  it('stand where their index says', () => {
    for (const [i, region] of FACE_REGIONS.entries()) expect(REGION_INDEX[region]).toBe(i);
  });
});
