import { BufferAttribute, type BufferGeometry } from 'three';
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
  readonly #indices: number[] = [];
  readonly #weights: number[] = [];

  bound(x: number, y: number, z: number, color: Point, { bone, next, share }: Binding): number {
    this.#indices.push(bone, next, 0, 0);
    this.#weights.push(1 - share, share, 0, 0);
    return this.vertex(x, y, z, color);
  }

  override toGeometry(): BufferGeometry {
    const geometry = super.toGeometry();
    geometry.setAttribute('skinIndex', new BufferAttribute(new Uint16Array(this.#indices), 4));
    geometry.setAttribute('skinWeight', new BufferAttribute(new Float32Array(this.#weights), 4));
    return geometry;
  }
}
