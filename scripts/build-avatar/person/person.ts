import type { Points } from '../geometry/points.ts';
import type { BaseMesh } from '../source/base.ts';
import type { Quad } from '../source/threeJson.ts';

/** The base mesh in the avatar's own shape, and the means to deform it further. */
export interface Person {
  readonly base: BaseMesh;
  /** Decimetres, A-pose, facing +Z, left = +X. */
  readonly positions: Points;
  /** The skin's faces. */
  readonly body: readonly Quad[];
  /** Vertices that share an edge, over body and helpers. */
  readonly neighbours: readonly number[][];
  /** A modelling target's displacements, such as `nose/nose-hump-lesshump`. */
  readonly slider: (name: string) => Points;
  /** An expression unit's displacements, such as `mouth-open`, blended over the ethnic versions. */
  readonly unit: (name: string) => Points;
}
