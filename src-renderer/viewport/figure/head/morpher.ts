import type { BufferGeometry } from 'three';
import { writeNormals } from '../sculpt/normals.ts';
import type { Surface } from '../sculpt/surface.ts';
import type { MorphTarget } from './morphTargets.ts';

/**
 * A surface that is shaped by morph targets. They are added up here and not by the graphics: a target moves few
 * vertices, while a shader looks through all targets for each vertex. The normals are those of the shape itself,
 * whatever is mixed.
 */
export class Morpher {
  readonly geometry: BufferGeometry;
  readonly #targets: readonly MorphTarget[];
  readonly #triangles: Uint32Array;
  readonly #rest: Float32Array;
  readonly #positions: Float32Array;
  readonly #normals: Float32Array<ArrayBuffer>;

  constructor(surface: Surface, targets: readonly MorphTarget[]) {
    this.#targets = targets;
    this.#triangles = new Uint32Array(surface.triangles);
    this.geometry = surface.toGeometry();
    this.#positions = this.geometry.getAttribute('position').array as Float32Array;
    this.#normals = this.geometry.getAttribute('normal').array as Float32Array<ArrayBuffer>;
    this.#rest = this.#positions.slice();
  }

  /** @param influences how far each target is taken, in their order */
  shape(influences: Float32Array): void {
    this.#positions.set(this.#rest);
    for (let i = 0; i < this.#targets.length; i++) {
      const target = this.#targets[i];
      const influence = influences[i] ?? 0;
      if (target && influence !== 0) this.#add(target, influence);
    }
    writeNormals(this.#positions, this.#triangles, this.#normals);
    this.geometry.getAttribute('position').needsUpdate = true;
    this.geometry.getAttribute('normal').needsUpdate = true;
  }

  #add({ vertices, ways }: MorphTarget, influence: number): void {
    const positions = this.#positions;
    for (let i = 0; i < vertices.length; i++) {
      const at = (vertices[i] ?? 0) * 3;
      for (let axis = 0; axis < 3; axis++) {
        positions[at + axis] = (positions[at + axis] ?? 0) + (ways[i * 3 + axis] ?? 0) * influence;
      }
    }
  }
}
