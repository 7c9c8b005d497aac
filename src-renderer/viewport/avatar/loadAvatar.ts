import { Box3, type Group, Mesh, type Object3D, SkinnedMesh, Texture } from 'three';
import { MeshoptDecoder } from 'three/examples/jsm/libs/meshopt_decoder.module.js';
import { GLTFLoader } from 'three/examples/jsm/loaders/GLTFLoader.js';
import { type BoneNames, Bones } from './bones.ts';
import { dress } from './materials.ts';
import { Morphs } from './morphs/index.ts';
import type { Stature } from './stature.ts';

/** How high the joint of a head is, as a share of the whole height, where an avatar has no such bone. */
const HEAD_SHARE = 0.89;

/** How the names of an avatar's file are to be read. */
export interface AvatarNames {
  /** Per place among the weights the file's targets that follow it. */
  readonly targets: readonly (readonly string[])[];
  readonly bones: BoneNames;
}

/** An avatar that can be shown. */
export interface LoadedAvatar {
  readonly object: Group;
  readonly bones: Bones;
  readonly morphs: Morphs;
  readonly stature: Stature;
  /** Gives back the memory that it takes in the graphics. */
  dispose(): void;
}

/**
 * Reads a GLB. Throws what three.js' loader throws for files that are broken.
 * @param isPlain draws with the cheapest light, for computers without graphics
 */
export async function loadAvatar(
  bytes: ArrayBuffer,
  names: AvatarNames,
  isPlain: boolean,
): Promise<LoadedAvatar> {
  const loader = new GLTFLoader().setMeshoptDecoder(MeshoptDecoder);
  const { scene } = await loader.parseAsync(bytes, '');
  const channels = new Map(
    names.targets.flatMap((all, channel) => all.map((name) => [name, channel] as const)),
  );
  const morphs = new Morphs();
  scene.traverse((node) => {
    if (!(node instanceof Mesh)) return;
    // Its box is of the pose it was made in: arms that rise would vanish at the picture's edge.
    node.frustumCulled = false;
    dress(node, isPlain);
    morphs.take(node, (target) => channels.get(target) ?? -1);
  });
  const bones = new Bones(scene, names.bones);
  const top = new Box3().setFromObject(scene).max.y;
  return {
    object: scene,
    bones,
    stature: { head: bones.headHeight ?? top * HEAD_SHARE, top },
    morphs,
    dispose: () => {
      disposeOf(scene);
      morphs.dispose();
    },
  };
}

function disposeOf(root: Object3D): void {
  root.traverse((node) => {
    if (!(node instanceof Mesh)) return;
    if (node instanceof SkinnedMesh) node.skeleton.dispose();
    node.geometry.dispose();
    for (const material of [node.material].flat()) {
      for (const value of Object.values(material)) if (value instanceof Texture) disposeOfTexture(value);
      material.dispose();
    }
  });
}

/** The picture that it was made of stays in memory until it is closed. */
function disposeOfTexture(texture: Texture): void {
  const image: unknown = texture.image;
  if (image instanceof ImageBitmap) image.close();
  texture.dispose();
}
