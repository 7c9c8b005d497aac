import type { SparseWeights } from '../mapping/index.ts';

/** The face that the layers are laid on, with what each of its targets belongs to. */
export interface Pose {
  /** Weights in the order of the avatar's targets. */
  readonly weights: Float32Array;
  /** Region of each target. */
  readonly regions: Uint8Array;
}

/** Adds `scale` of some targets, times what the adder owns of each region. */
export function addOwned(pose: Pose, part: SparseWeights, scale: number, shares: Float32Array): void {
  const { weights, regions } = pose;
  const { indices, weights: amounts } = part;
  for (let i = 0; i < indices.length; i++) {
    const at = indices[i] ?? 0;
    weights[at] = (weights[at] ?? 0) + scale * (amounts[i] ?? 0) * (shares[regions[at] ?? 0] ?? 0);
  }
}

/**
 * Lays `scale` of some targets over what is there: a + b − ab. At rest it is what the avatar engine's min(1, a + b) gives,
 * and near 1 it slows down instead of stopping.
 */
export function layOver(pose: Pose, part: SparseWeights, scale: number, gains: Float32Array): void {
  const { weights, regions } = pose;
  const { indices, weights: amounts } = part;
  for (let i = 0; i < indices.length; i++) {
    const at = indices[i] ?? 0;
    const below = weights[at] ?? 0;
    weights[at] = below + (1 - below) * scale * (amounts[i] ?? 0) * (gains[regions[at] ?? 0] ?? 0);
  }
}
