import { Bone, type Object3D, Skeleton, SkinnedMesh } from 'three';

/**
 * Gives all meshes the same bones. FBXLoader makes a bone anew for every mesh that it moves, each the child of the one
 * before at the same place: a character of ten meshes would have ten bones where it has one.
 */
export function uniteBones(scene: Object3D): void {
  const copies: Bone[] = [];
  scene.traverse((node) => {
    if (node instanceof SkinnedMesh) {
      const { bones, boneInverses } = node.skeleton;
      node.bind(new Skeleton(bones.map(originalOf), boneInverses), node.bindMatrix);
    }
    if (node instanceof Bone && originalOf(node) !== node) copies.push(node);
  });
  for (const copy of copies) {
    for (const child of [...copy.children]) copy.parent?.add(child);
    copy.removeFromParent();
  }
}

/** The outermost of the bones that stand for one. */
function originalOf(bone: Bone): Bone {
  const { parent } = bone;
  return parent instanceof Bone && parent.name === bone.name ? originalOf(parent) : bone;
}
