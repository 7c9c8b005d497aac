import { Box3, Mesh, MeshStandardMaterial, type Object3D, SkinnedMesh, Vector3 } from 'three';
import { GLTFLoader } from 'three/examples/jsm/loaders/GLTFLoader.js';
import type { GlbReading, MeshReading, Triple } from './glbReading.ts';

/** Loads a GLB as the viewport would, and measures it. */
export async function readBack(glb: ArrayBuffer): Promise<GlbReading> {
  const { scene } = await new GLTFLoader().parseAsync(glb, '');
  scene.updateMatrixWorld(true);
  const meshes: MeshReading[] = [];
  const bones: Record<string, Triple> = {};
  scene.traverse((node) => {
    if (node instanceof Mesh) meshes.push(readMesh(node));
    if ('isBone' in node) bones[node.name] = node.getWorldPosition(new Vector3()).toArray();
  });
  return { meshes, bones };
}

function readMesh(mesh: Mesh): MeshReading {
  const still = positionsOf(mesh);
  const box = new Box3().setFromPoints(still);
  const material = Array.isArray(mesh.material) ? mesh.material[0] : mesh.material;
  const image: unknown = material instanceof MeshStandardMaterial ? material.map?.image : undefined;
  const picture = image instanceof ImageBitmap || image instanceof HTMLImageElement ? image : undefined;
  const targets = Object.entries(mesh.morphTargetDictionary ?? {}).map(([name, i]): [string, Triple] => {
    const influences = mesh.morphTargetInfluences ?? [];
    influences[i] = 1;
    const moved = positionsOf(mesh).map((position, v) => position.sub(still[v] ?? position));
    influences[i] = 0;
    const most = moved.reduce((a, b) => (b.lengthSq() > a.lengthSq() ? b : a), new Vector3());
    return [name, most.toArray()];
  });
  return {
    name: mesh.name,
    vertices: still.length,
    least: box.min.toArray(),
    most: box.max.toArray(),
    isSkinned: mesh instanceof SkinnedMesh,
    pictureWidth: picture?.width ?? 0,
    pixel: picture ? pixelOf(picture) : [],
    targets: Object.fromEntries(targets),
  };
}

/** Where each vertex is in the world, morphed and skinned. */
function positionsOf(mesh: Mesh & Object3D): Vector3[] {
  const count = mesh.geometry.getAttribute('position').count;
  return Array.from({ length: count }, (_, i) =>
    mesh.getVertexPosition(i, new Vector3()).applyMatrix4(mesh.matrixWorld),
  );
}

function pixelOf(picture: ImageBitmap | HTMLImageElement): number[] {
  const context = new OffscreenCanvas(1, 1).getContext('2d');
  context?.drawImage(picture, 0, 0);
  return [...(context?.getImageData(0, 0, 1, 1).data ?? [])];
}
