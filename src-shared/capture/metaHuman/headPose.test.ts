import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { multiplyQuaternions, setAxisAngle } from '../../body/index.ts';
import { headQuaternionOfPhone } from '../headRotation.ts';
import { phoneAnglesOfHeadBone } from './headPose.ts';

const anglesOf = (roll: number, pitch: number, yaw: number): number[] => {
  const out = new Float32Array(3);
  phoneAnglesOfHeadBone(roll, pitch, yaw, out);
  return [...out];
};
const angle = fc.double({ min: -80, max: 80, noNaN: true });

describe('the head bone of a MetaHuman subject', () => {
  it.each([
    ['roll turns to the subject’s left', [30, 0, 0], [-30, 0, 0]],
    ['yaw looks down', [0, 0, 30], [0, 30, 0]],
    ['pitch tilts to the subject’s right shoulder', [0, 30, 0], [0, 0, -30]],
  ] as const)('%s', (_, [roll, pitch, yaw], degrees) => {
    for (const [i, value] of anglesOf(roll, pitch, yaw).entries())
      expect(value).toBeCloseTo(((degrees[i] ?? 0) * Math.PI) / 180, 6);
  });

  it('turns as its three turns one after another: roll, pitch, yaw', () => {
    fc.assert(
      fc.property(angle, angle, angle, (roll, pitch, yaw) => {
        const turn = (x: number, y: number, z: number, degrees: number): Float32Array => {
          const quaternion = new Float32Array(4);
          setAxisAngle(quaternion, 0, [x, y, z], (degrees * Math.PI) / 180);
          return quaternion;
        };
        const both = new Float32Array(4);
        multiplyQuaternions(turn(0, 0, 1, pitch), 0, turn(0, 1, 0, roll), 0, both, 0);
        const all = new Float32Array(4);
        multiplyQuaternions(turn(1, 0, 0, yaw), 0, both, 0, all, 0);
        const [phoneYaw = 0, phonePitch = 0, phoneRoll = 0] = anglesOf(roll, pitch, yaw);
        const head = new Float32Array(4);
        headQuaternionOfPhone(phoneYaw, phonePitch, phoneRoll, head);
        const likeness = head.reduce((sum, part, i) => sum + part * (all[i] ?? 0), 0);
        expect(Math.abs(likeness)).toBeCloseTo(1, 5);
      }),
    );
  });
});
