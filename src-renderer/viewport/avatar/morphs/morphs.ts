import { BufferAttribute, type Material, type Mesh, type Texture } from 'three';
import { type ActiveMorphs, createActiveMorphs, listActive } from './activeMorphs.ts';
import { addMorphs } from './morphMaterial.ts';
import { createMorphTexture } from './morphTexture.ts';

/** A mesh whose targets are driven together with those of the other meshes. */
interface MorphedMesh {
  readonly active: ActiveMorphs;
  readonly channels: Int16Array;
}

/** The morph targets of all of an avatar's meshes. */
export class Morphs {
  /** Memory that the targets take in the graphics, in bytes. */
  bytes = 0;
  readonly #meshes: MorphedMesh[] = [];
  readonly #textures: Texture[] = [];

  /**
   * Takes over a mesh's targets from three.js.
   * @param channelOf the place among the weights of what drives a target of that name; -1 for nothing
   */
  take(mesh: Mesh, channelOf: (target: string) => number): void {
    const { geometry, morphTargetDictionary: names } = mesh;
    const { position: positions, normal: normals = [] } = geometry.morphAttributes;
    if (!names || !positions) return;
    const driven = Object.entries(names)
      .map(([name, target]) => ({ target, channel: channelOf(name) }))
      .filter(({ channel }) => channel >= 0);
    const pick = <Value>(all: readonly Value[]): Value[] => driven.flatMap(({ target }) => all[target] ?? []);
    geometry.morphAttributes = {};
    delete mesh.morphTargetInfluences;
    delete mesh.morphTargetDictionary;
    if (driven.length === 0) return;
    const texture = createMorphTexture({
      vertexCount: geometry.getAttribute('position').count,
      positions: pick(positions),
      normals: pick(normals),
    });
    geometry.setAttribute('morphRow', new BufferAttribute(texture.rows, 1));
    const channels = Int16Array.from(driven, ({ channel }) => channel);
    const active = createActiveMorphs(driven.length);
    const withMorphs = (material: Material): Material => {
      const own = material.clone();
      addMorphs(own, texture, active);
      return own;
    };
    mesh.material = Array.isArray(mesh.material) ? mesh.material.map(withMorphs) : withMorphs(mesh.material);
    this.#meshes.push({ active, channels });
    this.#textures.push(texture.texture);
    this.bytes += texture.texture.image.data?.byteLength ?? 0;
  }

  /** Takes on weights; what has none costs nothing to draw. */
  show(weights: Float32Array): void {
    for (const { active, channels } of this.#meshes) listActive(active, channels, weights);
  }

  dispose(): void {
    for (const texture of this.#textures) texture.dispose();
  }
}
