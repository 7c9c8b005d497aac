import { ellipsoid, sphere, taper, union } from '../sculpt/distance.ts';

/** Skin of hips, torso and neck in the bind pose, in metres. */
export function torsoForm(signedX: number, y: number, z: number): number {
  const x = Math.abs(signedX);
  let d = ellipsoid(x, y - 1.24, z + 0.012, 0.145, 0.19, 0.1);
  d = union(d, ellipsoid(x, y - 1.06, z + 0.004, 0.122, 0.16, 0.086), 0.07);
  d = union(d, ellipsoid(x, y - 0.945, z + 0.004, 0.142, 0.1, 0.098), 0.07);
  d = union(d, ellipsoid(x - 0.068, y - 1.3, z - 0.046, 0.08, 0.062, 0.038), 0.06);
  d = union(d, ellipsoid(x - 0.075, y - 1.3, z + 0.074, 0.075, 0.09, 0.032), 0.05);
  d = union(d, taper(x, y, z, [0.012, 1.432, -0.03], [0.11, 1.392, -0.012], 0.04, 0.034), 0.05);
  d = union(d, sphere(x - 0.108, y - 1.366, z + 0.008, 0.05), 0.05);
  d = union(d, ellipsoid(x - 0.075, y - 0.93, z + 0.062, 0.07, 0.075, 0.055), 0.05);
  const neck = taper(x, y, z, [0, 1.37, -0.028], [0, 1.5, -0.014], 0.053, 0.0485);
  return union(d, neck, 0.045);
}
