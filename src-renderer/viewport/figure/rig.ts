import type { BufferGeometry, Material } from 'three';
import { Bone, Skeleton, SkinnedMesh } from 'three';
import { BONES, boneIndex } from './skeleton/bones.ts';
import type { Poser } from './skeleton/poser.ts';

/** The bones of three.js that carry the figure's skins. */
export class Rig {
  readonly root: Bone;
  readonly head: Bone;
  readonly #bones: readonly Bone[];
  readonly #skeleton: Skeleton;

  constructor() {
    const bones: Bone[] = [];
    for (const { name, parent, at } of BONES) {
      const bone = new Bone();
      bone.name = name;
      const from = BONES[parent]?.at ?? [0, 0, 0];
      bone.position.set(at[0] - from[0], at[1] - from[1], at[2] - from[2]);
      bones[parent]?.add(bone);
      bones.push(bone);
    }
    this.#bones = bones;
    this.root = bones[boneIndex('pelvis')] ?? new Bone();
    this.head = bones[boneIndex('head')] ?? new Bone();
    this.root.updateMatrixWorld(true);
    this.#skeleton = new Skeleton(bones);
  }

  /** A skin over these bones, made in their bind pose. */
  dress(geometry: BufferGeometry, material: Material): SkinnedMesh {
    const mesh = new SkinnedMesh(geometry, material);
    mesh.bind(this.#skeleton, mesh.matrixWorld);
    // Its box is of the bind pose: arms that rise would vanish at the picture's edge.
    mesh.frustumCulled = false;
    return mesh;
  }

  take({ rotations, lift }: Poser): void {
    for (let i = 0; i < this.#bones.length; i++) {
      const rotation = rotations.local[i];
      if (rotation) this.#bones[i]?.quaternion.copy(rotation);
    }
    this.root.position.y = (BONES[0]?.at[1] ?? 0) + lift;
  }

  dispose(): void {
    this.#skeleton.dispose();
  }
}
