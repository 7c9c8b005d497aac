import { Quaternion, Vector3 } from 'three';
import { describe, expect, it } from 'vitest';
import { FINGERS, SIDES } from '#shared/body/index.ts';
import { type BoneName, boneIndex } from './bones.ts';
import { palmRotation } from './hand.ts';
import { Poser } from './poser.ts';
import { standing, withHand } from './testing.ts';

const localOf = (poser: Poser, bone: BoneName): Quaternion =>
  poser.rotations.local[boneIndex(bone)] ?? new Quaternion();
const curlOf = (poser: Poser, bone: BoneName): number => 2 * Math.asin(localOf(poser, bone).z);

/** The index finger of a left hand, bent square to the palm at its knuckle and back along it at the middle joint. */
const HOOKED = {
  indexPip: [-0.04, -0.09, 0.026],
  indexDip: [-0.04, -0.065, 0.026],
  indexTip: [-0.04, -0.045, 0.026],
} as const;

describe.each(SIDES)('the %s hand', (side) => {
  const towardsPalm = side === 'left' ? -1 : 1;

  it('that hangs open is turned as at rest, with straight fingers', () => {
    const poser = new Poser();
    const frame = withHand(standing(), side);
    poser.pose(frame, 1);
    const palm = palmRotation(frame.hands[side].signals.world, new Quaternion());
    expect(palm.angleTo(new Quaternion())).toBeLessThan(0.05);
    for (const finger of FINGERS) {
      for (const phalanx of ['1', '2', '3'] as const) {
        expect(curlOf(poser, `${side}.${finger}${phalanx}`)).toBeCloseTo(0, 1);
      }
    }
  });

  it('curls a finger towards the palm', () => {
    const poser = new Poser();
    poser.pose(withHand(standing(), side, HOOKED), 1);
    expect(curlOf(poser, `${side}.index1`)).toBeCloseTo((towardsPalm * Math.PI) / 2, 1);
    expect(curlOf(poser, `${side}.index2`)).toBeCloseTo((towardsPalm * Math.PI) / 2, 1);
    expect(curlOf(poser, `${side}.middle1`)).toBeCloseTo(0, 1);
  });

  it('does not bend a finger backward, whatever the tracker says', () => {
    const poser = new Poser();
    poser.pose(withHand(standing(), side, { indexDip: [0.025, -0.13, 0.026] }), 1);
    expect(curlOf(poser, `${side}.index2`) * towardsPalm).toBeCloseTo(0, 5);
  });

  it('without data hangs a little curled', () => {
    const poser = new Poser();
    poser.pose(standing(), 1);
    for (const finger of FINGERS) {
      const curl = curlOf(poser, `${side}.${finger}2`) * towardsPalm;
      expect(curl).toBeGreaterThan(0.2);
      expect(curl).toBeLessThan(0.8);
    }
  });
});

it('both hands mirror each other', () => {
  const poser = new Poser();
  poser.pose(withHand(withHand(standing(), 'left', HOOKED), 'right', HOOKED), 1);
  for (const bone of ['thumb1', 'thumb2', 'index1', 'pinky3'] as const) {
    const left = new Vector3(0.2, -1, 0.3).applyQuaternion(localOf(poser, `left.${bone}`));
    const right = new Vector3(-0.2, -1, 0.3).applyQuaternion(localOf(poser, `right.${bone}`));
    expect(right.x).toBeCloseTo(-left.x, 5);
    expect(right.y).toBeCloseTo(left.y, 5);
    expect(right.z).toBeCloseTo(left.z, 5);
  }
});
