import type { Point } from './distance.ts';
import { Surface } from './surface.ts';

/** How a vertex follows the skeleton: between two bones, by the share of the second. */
export interface Binding {
  readonly bone: number;
  readonly next: number;
  readonly share: number;
}

/** A surface whose vertices follow bones. */
export class SkinnedSurface extends Surface {
  readonly bindings: Binding[] = [];

  bound(x: number, y: number, z: number, color: Point, binding: Binding): number {
    this.bindings.push(binding);
    return this.vertex(x, y, z, color);
  }
}
