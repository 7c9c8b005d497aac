import { Bone, type Material, Mesh, Skeleton } from 'three';
import { BentGeometry } from './sculpt/bentGeometry.ts';
import type { SkinnedSurface } from './sculpt/skinnedSurface.ts';
import { BONES, boneIndex } from './skeleton/bones.ts';
import type { Poser } from './skeleton/poser.ts';

/** The bones that carry the figure's skins. */
export class Rig {
  readonly root: Bone;
  readonly head: Bone;
  readonly #bones: readonly Bone[];
  readonly #skeleton: Skeleton;
  readonly #skins: { readonly mesh: Mesh; readonly skin: BentGeometry }[] = [];

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
  dress(surface: SkinnedSurface, material: Material): Mesh {
    const skin = new BentGeometry(surface);
    const mesh = new Mesh(skin.geometry, material);
    this.#skins.push({ mesh, skin });
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
    this.root.updateMatrixWorld(true);
    this.#skeleton.update();
    const { boneMatrices } = this.#skeleton;
    if (!boneMatrices) return;
    for (const { mesh, skin } of this.#skins) if (mesh.visible) skin.bend(boneMatrices);
  }
}
