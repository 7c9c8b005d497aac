import { smoothField } from '../geometry/topology.ts';
import type { BaseMesh } from '../source/base.ts';
import { SKELETON } from './skeleton.ts';

/** Influences a vertex may have: what glTF's first set of joints holds. */
const INFLUENCES = 4;

/** How much each joint of the avatar moves each vertex, dense: `joints[vertex * SKELETON.length + joint]`, sums 1. */
export type DenseWeights = Float64Array;

const HEAD = SKELETON.findIndex(({ name }) => name === 'head');
const OWNER = new Map(SKELETON.flatMap(({ takes }, index) => takes.map((bone) => [bone, index] as const)));

/** The source rig's weights, gathered under the avatar's joints. Bones that no joint takes are the face's. */
function gather(base: BaseMesh): DenseWeights {
  const dense = new Float64Array(base.vertexCount * SKELETON.length);
  base.skinIndices.forEach((bone, i) => {
    const owner = OWNER.get(base.bones[bone] ?? '') ?? HEAD;
    const at = Math.floor(i / INFLUENCES) * SKELETON.length + owner;
    dense[at] = (dense[at] ?? 0) + (base.skinWeights[i] ?? 0);
  });
  return dense;
}

/**
 * Weights of every vertex of base mesh and helpers. The source keeps four of the rig's eight influences, which leaves
 * steps at the joints: a few Laplacian steps along the surface round them again.
 */
export function bindWeights(base: BaseMesh, neighbours: readonly number[][]): DenseWeights {
  return smoothField(gather(base), SKELETON.length, neighbours, { steps: 3 });
}

/** The strongest four influences of one vertex, their weights summing to 1. */
export function strongest(dense: ArrayLike<number>, vertex: number): { joints: number[]; weights: number[] } {
  const row = SKELETON.map((_, joint) => ({ joint, weight: dense[vertex * SKELETON.length + joint] ?? 0 }))
    .sort((a, b) => b.weight - a.weight || a.joint - b.joint)
    .slice(0, INFLUENCES);
  const sum = row.reduce((total, { weight }) => total + weight, 0);
  return {
    joints: row.map(({ joint, weight }) => (weight > 0 ? joint : 0)),
    weights: row.map(({ weight }) => weight / sum),
  };
}
