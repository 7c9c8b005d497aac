import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { requireShared } from '../../../scripts/testing/shared.ts';
import { readLiveLinkFaceCsv } from '../../capture/index.ts';
import { ARKIT_BLENDSHAPES, type ArkitBlendshape } from '../arkit.ts';
import { FACE_PROFILES } from '../profiles/index.ts';
import { face, STILL, STILL_AND_RAW, weightOf } from '../testing/neutralRig.ts';
import { createTwinRig, type TwinRig } from './arkitTwin.ts';
import { createFaceRig } from './rig.ts';

const FRAME = 1 / 60;
const coefficientOf = ({ arkit }: TwinRig, name: ArkitBlendshape): number =>
  arkit.weights[ARKIT_BLENDSHAPES.indexOf(name)] ?? Number.NaN;

/** Plays on for some seconds, with a face or without one. */
function play(rig: TwinRig, from: number, seconds: number, seen?: Parameters<TwinRig['evaluate']>[1]): void {
  for (let frame = 0; frame < seconds * 60; frame++) rig.evaluate(from + frame * FRAME, seen);
}

describe("an avatar's face in ARKit's coefficients", () => {
  it('is the tracked face as it came, whatever the avatar, its detail and its limits', () => {
    const coefficient = fc.float({ min: 0, max: 1, noNaN: true });
    const length = ARKIT_BLENDSHAPES.length;
    fc.assert(
      fc.property(
        fc.constantFrom(...FACE_PROFILES),
        fc.array(coefficient, { minLength: length, maxLength: length }),
        (profile, weights) => {
          const settings = { ...STILL_AND_RAW, detail: { ...STILL.detail, level: 'emergency' as const } };
          const rig = createTwinRig({ profile, targets: [], settings });
          play(rig, 0, 0.2, { blendshapes: Float32Array.from(weights) });
          for (const [i, weight] of weights.entries()) expect(rig.arkit.weights[i]).toBeCloseTo(weight, 3);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('follows a real take as closely as the smoothing does', (context) => {
    const take = readLiveLinkFaceCsv(readFileSync(requireShared(context, 'takes/face-rom.csv'), 'utf8'));
    const rig = createTwinRig({ settings: STILL_AND_RAW });
    const width = take.channels.length / take.times.length;
    for (const [row, timeSeconds] of take.times.entries()) {
      const blendshapes = take.channels.subarray(row * width, row * width + ARKIT_BLENDSHAPES.length);
      // A new sample is eased into over the time of one; then it stays.
      play(rig, 10 * timeSeconds, 0.1, { blendshapes });
      if (row % 10 !== 0) continue;
      for (const [i, weight] of blendshapes.entries())
        expect(rig.arkit.weights[i]).toBeCloseTo(Math.min(1, weight), 3);
      if (row > 600) break;
    }
  });

  it('blinks and looks about together with the avatar', () => {
    const rig = createTwinRig();
    let blinks = 0;
    for (let frame = 0; frame < 20 * 60; frame++) {
      rig.evaluate(frame * FRAME, undefined);
      const lids = coefficientOf(rig, 'eyeBlinkLeft');
      expect(lids).toBeCloseTo(weightOf(rig, 'Eye_Blink_L'), 1);
      if (lids > 0.9) blinks += 1;
      expect(rig.arkit.head).toEqual(rig.frame.head);
    }
    expect(blinks).toBeGreaterThan(0);
  });

  it('speaks, feels and twitches with the avatar', () => {
    const rig = createTwinRig({ settings: STILL });
    rig.evaluate(0, undefined);
    rig.emotion.set('happy', 1);
    play(rig, FRAME, 3);
    expect(coefficientOf(rig, 'mouthSmileLeft')).toBeGreaterThan(0.3);
    rig.emotion.clear();
    play(rig, 4, 3);
    expect(coefficientOf(rig, 'mouthSmileLeft')).toBeLessThan(0.01);
    rig.speech.setVisemes(rig.speech.visemes.map((name) => Number(name === 'Ah')));
    play(rig, 7, 0.2);
    expect(coefficientOf(rig, 'jawOpen')).toBeGreaterThan(0.1);
    rig.speech.stop();
    play(rig, 8, 1);
    expect(coefficientOf(rig, 'jawOpen')).toBeLessThan(0.01);
  });

  it('is held by hand where a target of the avatar is', () => {
    const rig = createTwinRig({ settings: STILL });
    play(rig, 0, 0.5, face({ jawOpen: 0.2, mouthFunnel: 0.8 }));
    expect(rig.manual.set('Jaw_Open', 0.7)).toBe(true);
    for (const corner of ['Up_L', 'Up_R', 'Down_L', 'Down_R']) {
      rig.manual.set(`Mouth_Funnel_${corner}`, 0.4);
    }
    play(rig, 0.5, 2, face({ jawOpen: 0.2, mouthFunnel: 0.8 }));
    expect(coefficientOf(rig, 'jawOpen')).toBeCloseTo(0.7, 2);
    expect(coefficientOf(rig, 'mouthFunnel')).toBeCloseTo(0.4, 2);
    rig.manual.release('Jaw_Open');
    play(rig, 2.5, 2, face({ jawOpen: 0.2, mouthFunnel: 0.8 }));
    expect(coefficientOf(rig, 'jawOpen')).toBeCloseTo(0.2, 2);
    expect(rig.manual.set('No_Such_Target', 1)).toBe(false);
  });

  it('leaves the avatar as it would be alone', () => {
    const alone = createFaceRig({ seed: 7 });
    const twin = createTwinRig({ seed: 7 });
    for (let frame = 0; frame < 600; frame++) {
      const seen = frame > 300 ? face({ jawOpen: 0.5 }) : undefined;
      expect(twin.evaluate(frame * FRAME, seen)).toEqual(alone.evaluate(frame * FRAME, seen));
    }
  });
});
