import { type BufferGeometry, type Matrix4, Mesh, type Object3D, SkinnedMesh } from 'three';

/**
 * Makes a scene `scale` times as large by its numbers, not by a scaled node: whoever measures bones or morph targets
 * then finds metres. Turns and scales of nodes stay.
 */
export function resize(scene: Object3D, scale: number): void {
  const geometries = new Set<BufferGeometry>();
  const inverses = new Set<Matrix4>();
  scene.traverse((node) => {
    node.position.multiplyScalar(scale);
    if (node instanceof Mesh) geometries.add(node.geometry);
    if (node instanceof SkinnedMesh) {
      inverses.add(node.bindMatrix);
      for (const inverse of node.skeleton.boneInverses) inverses.add(inverse);
    }
  });
  for (const geometry of geometries) {
    for (const attribute of [
      geometry.getAttribute('position'),
      ...(geometry.morphAttributes.position ?? []),
    ]) {
      const { array } = attribute;
      for (let i = 0; i < array.length; i++) array[i] = (array[i] ?? 0) * scale;
    }
  }
  // A bind matrix between two spaces that both grow keeps its linear part.
  for (const { elements } of inverses) for (const i of [12, 13, 14]) elements[i] = (elements[i] ?? 0) * scale;
  scene.updateMatrixWorld(true);
}
