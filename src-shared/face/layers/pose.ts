import type { SparseWeights } from '../mapping/index.ts';
import { FACE_REGIONS } from '../regions/index.ts';

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

/** Adds weights that stand in the order of a list of targets, times what the adder owns of each region. */
export function addRow(
  { weights, regions }: Pose,
  targets: Uint16Array,
  row: Float32Array,
  shares: Float32Array,
): void {
  for (let i = 0; i < targets.length; i++) {
    const at = targets[i] ?? 0;
    weights[at] = (weights[at] ?? 0) + (row[i] ?? 0) * (shares[regions[at] ?? 0] ?? 0);
  }
}

/** A list of targets, sorted by region. */
export interface TargetsByRegion {
  readonly targets: Uint16Array;
  /** Where each region's part of the list ends. */
  readonly ends: Uint16Array;
}

export function groupByRegion({ regions }: Pose, list: Iterable<number>): TargetsByRegion {
  const targets = [...list].sort((a, b) => (regions[a] ?? 0) - (regions[b] ?? 0) || a - b);
  const ends = FACE_REGIONS.map(
    (_, region) => targets.filter((target) => (regions[target] ?? 0) <= region).length,
  );
  return { targets: Uint16Array.from(targets), ends: Uint16Array.from(ends) };
}

/** Begins a pose with a face of one's own, times what its driver owns of each region. Its other weights are 0. */
export function layFirst(
  { weights }: Pose,
  { targets, ends }: TargetsByRegion,
  face: Float32Array,
  shares: Float32Array,
): void {
  weights.set(face);
  let first = 0;
  for (let region = 0; region < ends.length; region++) {
    const end = ends[region] ?? 0;
    const share = shares[region] ?? 0;
    if (share !== 1) scale(weights, targets, first, end, share);
    first = end;
  }
}

function scale(weights: Float32Array, targets: Uint16Array, first: number, end: number, share: number): void {
  for (let i = first; i < end; i++) {
    const at = targets[i] ?? 0;
    weights[at] = (weights[at] ?? 0) * share;
  }
}
