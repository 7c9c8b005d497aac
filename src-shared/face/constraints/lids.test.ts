import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { requireShared } from '../../../scripts/testing/shared.ts';
import { CAPTURE_CHANNEL_COUNT, readLiveLinkFaceCsv } from '../../capture/index.ts';
import { ARKIT_BLENDSHAPE_COUNT, ARKIT_INDEX } from '../arkit.ts';
import { builtInPresets } from '../presets/index.ts';
import { createFaceRig } from '../rig/index.ts';
import { face, runFrames, STILL, STILL_AND_RAW, weightOf } from '../testing/neutralRig.ts';

const EMOTIONS = builtInPresets('emotion').map(({ name }) => name);

describe('lids that shut', () => {
  it.each(EMOTIONS)('shut fully in a blink: %s', (emotion) => {
    const rig = createFaceRig({ settings: STILL });
    rig.emotion.set(emotion, 1);
    runFrames(rig, 0, 3, undefined);
    rig.idle.blink();
    let most = 0;
    runFrames(rig, 3, 3.5, undefined, () => {
      most = Math.max(most, weightOf(rig, 'Eye_Blink_L'));
    });
    expect(most).toBeGreaterThan(0.99);
    expect(weightOf(rig, 'Eye_Blink_L')).toBeLessThan(0.2);
  });

  it.each(EMOTIONS)('stay shut as they are tracked, squinting or wide: %s', (emotion) => {
    const rig = createFaceRig({ settings: STILL_AND_RAW });
    rig.emotion.set(emotion, 1);
    runFrames(rig, 0, 3, face({ eyeBlinkLeft: 1, eyeSquintLeft: 0.6, eyeWideLeft: 0.3 }));
    expect(weightOf(rig, 'Eye_Blink_L')).toBeGreaterThan(0.99);
    expect(weightOf(rig, 'Eye_Wide_L')).toBeLessThan(0.01);
  });

  it('follow the lids of a real take', (context) => {
    const { times, channels } = readLiveLinkFaceCsv(
      readFileSync(requireShared(context, 'takes/face-rom.csv'), 'utf8'),
    );
    const rig = createFaceRig({ settings: STILL_AND_RAW });
    const lid = ARKIT_INDEX.get('eyeBlinkLeft') ?? -1;
    let shut = 0;
    for (const [frame, time] of times.entries()) {
      const first = frame * CAPTURE_CHANNEL_COUNT;
      const blendshapes = channels.subarray(first, first + ARKIT_BLENDSHAPE_COUNT);
      rig.evaluate(time, { blendshapes });
      const seen = blendshapes[lid] ?? 0;
      if (seen <= 0.8) continue;
      shut += 1;
      expect(seen - weightOf(rig, 'Eye_Blink_L')).toBeLessThan(0.02);
    }
    expect(shut).toBeGreaterThan(100);
  });
});
