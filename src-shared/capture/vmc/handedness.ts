/**
 * Unity's axes are left-handed: x to the right, y up, z forward; a model faces z, so its left is at -x. Ours are
 * right-handed: x to the person's left, y up, z forward. One is the mirror image of the other across x: places change
 * the sign of x, rotations that of y and z. This is the same both ways, and it exchanges no bones: a left arm is a left
 * arm in both.
 */
// Subtracted from 0, for a zero shall not become -0.
export const mirroredX = (x: number): number => 0 - x;

/** Writes the mirror image of the rotation x, y, z, w of length 1. */
export function mirrorRotation(from: ArrayLike<number>, at: number, out: Float32Array, to: number): void {
  const y = from[at + 1] ?? 0;
  const z = from[at + 2] ?? 0;
  out[to] = from[at] ?? 0;
  out[to + 1] = 0 - y;
  out[to + 2] = 0 - z;
  out[to + 3] = from[at + 3] ?? 1;
}
