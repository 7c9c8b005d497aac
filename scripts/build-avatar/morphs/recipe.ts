import type { Vec3 } from '../geometry/points.ts';
import type { TongueMove } from './tongue.ts';

/** Region that a term is confined to. `side` is the half of the face that a paired recipe is made for. */
export type MaskName =
  | 'side'
  | 'left'
  | 'right'
  | 'upper'
  | 'lower'
  | 'jaw'
  | 'upperTeeth'
  | 'lowerTeeth'
  | 'upperLashes'
  | 'lowerLashes'
  | 'lips'
  | 'neck';

/** One addend of a morph target. In names, `@` stands for left or right and `%` for l or r. */
export type Term =
  /** An expression unit of the source. */
  | { readonly unit: string; readonly weight: number; readonly masks?: readonly MaskName[] }
  /** A modelling slider of the source. */
  | { readonly slider: string; readonly weight: number; readonly masks?: readonly MaskName[] }
  /** A recipe that stands earlier in the list; `$` stands for L or R. */
  | { readonly morph: string; readonly weight: number; readonly masks?: readonly MaskName[] }
  /** The same displacement everywhere, decimetres: for use with masks. */
  | { readonly shift: Vec3; readonly masks: readonly MaskName[] }
  /** A movement of the tongue alone, see tongue.ts. */
  | { readonly tongue: TongueMove; readonly weight: number }
  /**
   * A soft push: Gaussian of `radius` about `at`, both decimetres, on the subject's left where the recipe is paired.
   * With `wave` it runs in ridges and furrows of that distance, one above the other: wrinkles.
   */
  | {
      readonly push: Vec3;
      readonly at: Vec3;
      readonly radius: Vec3 | number;
      readonly wave?: number;
      readonly masks?: readonly MaskName[];
    };

export interface Recipe {
  readonly name: string;
  readonly side: 'L' | 'R' | 'both';
  readonly terms: readonly Term[];
}

/** A recipe for the middle of the face, or for both sides at once: pushes are mirrored too. */
export function whole(name: string, ...terms: readonly Term[]): readonly Recipe[] {
  return [{ name, side: 'both', terms }];
}

/** A recipe for the left, and its mirror image; `$` in the name becomes L and R. */
export function pair(name: string, ...terms: readonly Term[]): readonly Recipe[] {
  return (['L', 'R'] as const).map((side) => ({ name: name.replace('$', side), side, terms }));
}
