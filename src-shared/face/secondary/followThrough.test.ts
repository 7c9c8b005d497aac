import { describe, expect, it } from 'vitest';
import { DEFAULT_RIG } from '../presets/index.ts';
import { createFaceRig } from '../rig/index.ts';
import { face, runFrames, STILL, weightOf } from '../testing/neutralRig.ts';

const ANSWERS = [{ driver: 'Jaw_Open', follower: 'Cheek_Suck_L', gain: 0.3, frequencyHz: 3 }];

describe('soft parts', () => {
  it('answer a movement and come to rest with it', () => {
    const rig = createFaceRig({ settings: { ...STILL, followThrough: ANSWERS } });
    runFrames(rig, 0, 1, face({}));
    let most = 0;
    runFrames(rig, 1, 3, face({ jawOpen: 0.9 }), () => {
      most = Math.max(most, weightOf(rig, 'Cheek_Suck_L'));
    });
    expect(most).toBeGreaterThan(0.05);
    expect(most).toBeLessThan(0.3);
    expect(weightOf(rig, 'Cheek_Suck_L')).toBeLessThan(0.001);
  });

  it('do nothing to a face that stands still, also not on its first frame', () => {
    const rig = createFaceRig({ settings: { ...STILL, followThrough: DEFAULT_RIG.followThrough } });
    rig.evaluate(0, face({ jawOpen: 1 }));
    runFrames(rig, 0, 2, face({}));
    expect(rig.stats.activeTargets).toBe(0);
  });
});
