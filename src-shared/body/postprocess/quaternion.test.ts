import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blendQuaternions, quaternionAngle } from './quaternion.ts';

const part = fc.double({ min: -1, max: 1, noNaN: true });
const quaternion = fc
  .tuple(part, part, part, part)
  .filter((parts) => Math.hypot(...parts) > 0.1)
  .map((parts) => Float32Array.from(parts, (value) => value / Math.hypot(...parts)));

const turnAbout = (axis: number, angle: number): Float32Array => {
  const quaternion = new Float32Array(4);
  quaternion[axis] = Math.sin(angle / 2);
  quaternion[3] = Math.cos(angle / 2);
  return quaternion;
};

function blend(from: Float32Array, to: Float32Array, share: number): Float32Array {
  const result = new Float32Array(4);
  blendQuaternions(from, to, share, result);
  return result;
}

describe('the angle between rotations', () => {
  it('is the angle of the turn from one to the other', () => {
    fc.assert(
      fc.property(fc.nat(2), fc.double({ min: 0, max: Math.PI, noNaN: true }), (axis, angle) => {
        expect(quaternionAngle(turnAbout(axis, 0), turnAbout(axis, angle))).toBeCloseTo(angle, 2);
      }),
    );
  });

  it('is the same either way, and for either sign of a quaternion', () => {
    fc.assert(
      fc.property(quaternion, quaternion, (a, b) => {
        const angle = quaternionAngle(a, b);
        expect(quaternionAngle(b, a)).toBe(angle);
        const negative = a.map((value) => -value);
        expect(quaternionAngle(negative, b)).toBe(angle);
        expect(angle).toBeGreaterThanOrEqual(0);
        expect(angle).toBeLessThanOrEqual(Math.PI + 1e-6);
      }),
    );
  });
});

describe('a blend of rotations', () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true });

  it('is a unit quaternion', () => {
    fc.assert(
      fc.property(quaternion, quaternion, share, (from, to, share) => {
        expect(Math.hypot(...blend(from, to, share))).toBeCloseTo(1, 5);
      }),
    );
  });

  it('starts at the first, ends at the second, and goes the shorter way', () => {
    fc.assert(
      fc.property(quaternion, quaternion, share, (from, to, share) => {
        expect(quaternionAngle(blend(from, to, 0), from)).toBeCloseTo(0, 2);
        expect(quaternionAngle(blend(from, to, 1), to)).toBeCloseTo(0, 2);
        const whole = quaternionAngle(from, to);
        expect(quaternionAngle(from, blend(from, to, share))).toBeLessThanOrEqual(whole + 1e-3);
      }),
    );
  });

  it('turns by its share of a small angle', () => {
    fc.assert(
      fc.property(fc.nat(2), fc.double({ min: -0.5, max: 0.5, noNaN: true }), share, (axis, angle, share) => {
        const turn = blend(turnAbout(axis, 0), turnAbout(axis, angle), share);
        expect(quaternionAngle(turnAbout(axis, 0), turn)).toBeCloseTo(Math.abs(angle) * share, 2);
      }),
    );
  });

  it('may be written over either of the two', () => {
    fc.assert(
      fc.property(quaternion, quaternion, share, (from, to, share) => {
        const expected = blend(from, to, share);
        const [first, second] = [from.slice(), to.slice()];
        blendQuaternions(first, to, share, first);
        blendQuaternions(from, second, share, second);
        expect([first, second]).toEqual([expected, expected]);
      }),
    );
  });
});
