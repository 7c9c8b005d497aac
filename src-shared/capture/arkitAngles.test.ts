import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arkitDegrees, setRotation } from './arkitAngles.ts';
import { headQuaternionOfPhone } from './headRotation.ts';

/** Both eyes in the frames on the pages of the two vendors, x, y, z in degrees, all four looking down. */
const PUBLISHED = {
  'iFacialMocap, right eye in': [6.0297494, 2.4403017, 0.25649446],
  'iFacialMocap, left eye in': [6.034903, -1.6660284, -0.17520553],
  'Facemotion3d, right eye in': [12.759762, 5.527712, 1.2244859],
  'Facemotion3d, left eye out': [12.862795, 1.264116, 0.28145725],
} as const;

/** Of a vector turned by a quaternion, what is left of x; the vector is the crown, (0, 1, 0). */
function crownToTheLeft([x = 0, y = 0, z = 0, w = 1]: Float32Array): number {
  return 2 * (x * y - w * z);
}

describe('turns in the axes of ARKit', () => {
  it.each(Object.entries(PUBLISHED))('of published eyes have no twist: %s', (_, [x, y, z]) => {
    const rotation = new Float32Array(3);
    setRotation(rotation, x, y, z);
    const [yaw = 0, pitch = 0, roll = 0] = rotation;
    expect(pitch).toBeGreaterThan(0);
    const quaternion = new Float32Array(4);
    headQuaternionOfPhone(yaw, pitch, roll, quaternion);
    // An eye that turns left or right first and up or down last keeps its crown in the plane of up and ahead.
    expect(crownToTheLeft(quaternion)).toBeCloseTo(0, 5);
  });

  it('have the signs of Live Link Face: y to the left is negative yaw, x down positive pitch', () => {
    const rotation = new Float32Array(3);
    setRotation(rotation, 0, 0, 0);
    expect(rotation).toEqual(new Float32Array(3));
    setRotation(rotation, 90, 180, 45);
    expect(rotation).toEqual(Float32Array.of(-Math.PI, Math.PI / 2, -Math.PI / 4));
  });

  it('go to radians and back', () => {
    const angle = fc.float({ min: -180, max: 180, noNaN: true });
    fc.assert(
      fc.property(angle, angle, angle, (x, y, z) => {
        const rotation = new Float32Array(3);
        setRotation(rotation, x, y, z);
        const back = arkitDegrees(rotation);
        expect(back.x).toBeCloseTo(x, 4);
        expect(back.y).toBeCloseTo(y, 4);
        expect(back.z).toBeCloseTo(z, 4);
      }),
    );
  });
});
