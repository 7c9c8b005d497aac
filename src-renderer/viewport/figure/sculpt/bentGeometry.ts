import type { BufferGeometry } from 'three';
import type { SkinnedSurface } from './skinnedSurface.ts';

/** Numbers of a 4×4 matrix. */
const MATRIX = 16;

/**
 * The geometry of a skinned surface, bent here and not by the graphics: a vertex follows two bones at most, while a
 * shader fetches four matrices for each.
 */
export class BentGeometry {
  readonly geometry: BufferGeometry;
  readonly #bones: Uint16Array;
  readonly #shares: Float32Array;
  readonly #rest: Readonly<Record<'position' | 'normal', Float32Array>>;

  /** @param surface in the bind pose */
  constructor(surface: SkinnedSurface) {
    this.geometry = surface.toGeometry();
    this.#bones = new Uint16Array(surface.bindings.flatMap(({ bone, next }) => [bone, next]));
    this.#shares = new Float32Array(surface.bindings.map(({ share }) => share));
    this.#rest = { position: this.#values('position').slice(), normal: this.#values('normal').slice() };
  }

  /** @param matrices where each bone takes the bind pose: 16 numbers a bone, column by column */
  bend(matrices: Float32Array): void {
    this.#transform(this.#rest.position, this.#values('position'), matrices, 1);
    this.#transform(this.#rest.normal, this.#values('normal'), matrices, 0);
  }

  /** @param w 1 for places, 0 for directions */
  #transform(from: Float32Array, to: Float32Array, matrices: Float32Array, w: 0 | 1): void {
    for (let vertex = 0; vertex < this.#shares.length; vertex++) {
      const share = this.#shares[vertex] ?? 0;
      const a = (this.#bones[vertex * 2] ?? 0) * MATRIX;
      const b = (this.#bones[vertex * 2 + 1] ?? 0) * MATRIX;
      const x = from[vertex * 3] ?? 0;
      const y = from[vertex * 3 + 1] ?? 0;
      const z = from[vertex * 3 + 2] ?? 0;
      for (let axis = 0; axis < 3; axis++) {
        const first = row(matrices, a + axis, x, y, z, w);
        const second = share === 0 ? first : row(matrices, b + axis, x, y, z, w);
        to[vertex * 3 + axis] = first + (second - first) * share;
      }
    }
  }

  #values(name: 'position' | 'normal'): Float32Array {
    const attribute = this.geometry.getAttribute(name);
    attribute.needsUpdate = true;
    return attribute.array as Float32Array;
  }
}

function row(matrices: Float32Array, at: number, x: number, y: number, z: number, w: 0 | 1): number {
  return (
    (matrices[at] ?? 0) * x +
    (matrices[at + 4] ?? 0) * y +
    (matrices[at + 8] ?? 0) * z +
    (matrices[at + 12] ?? 0) * w
  );
}
