import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { phoneAnglesOfHead } from './headAngles.ts';
import { headQuaternionOfPhone } from './headRotation.ts';

function anglesOf(rotation: ArrayLike<number>): number[] {
  const out = new Float32Array(3);
  phoneAnglesOfHead(rotation, 0, out);
  return [...out];
}

describe('yaw, pitch and roll of a head', () => {
  it('are zero at rest', () => {
    expect(anglesOf([0, 0, 0, 1])).toEqual([0, 0, 0]);
  });

  it('are those that its rotation was made of', () => {
    const turn = fc.double({ min: -3, max: 3, noNaN: true });
    const nod = fc.double({ min: -1.4, max: 1.4, noNaN: true });
    fc.assert(
      fc.property(turn, nod, turn, (yaw, pitch, roll) => {
        const rotation = new Float32Array(4);
        headQuaternionOfPhone(yaw, pitch, roll, rotation);
        const angles = anglesOf(rotation);
        for (const [i, angle] of [yaw, pitch, roll].entries()) expect(angles[i]).toBeCloseTo(angle, 5);
      }),
    );
  });

  it('make the same rotation where the face looks straight up or down', () => {
    const turn = fc.double({ min: -3, max: 3, noNaN: true });
    fc.assert(
      fc.property(turn, turn, fc.constantFrom(-Math.PI / 2, Math.PI / 2), (yaw, roll, pitch) => {
        const rotation = new Float32Array(4);
        headQuaternionOfPhone(yaw, pitch, roll, rotation);
        const [yawRead = 0, pitchRead = 0, rollRead = 0] = anglesOf(rotation);
        const again = new Float32Array(4);
        headQuaternionOfPhone(yawRead, pitchRead, rollRead, again);
        const cosine = rotation.reduce((sum, value, i) => sum + value * (again[i] ?? 0), 0);
        expect(Math.abs(cosine)).toBeCloseTo(1, 4);
      }),
    );
  });

  it('are read at any place', () => {
    const out = new Float32Array(3);
    phoneAnglesOfHead([9, 9, Math.sin(0.1), 0, 0, Math.cos(0.1)], 2, out);
    expect(out[1]).toBeCloseTo(0.2, 6);
  });
});
