import type { Document, Material } from '@gltf-transform/core';
import type { MaterialName } from '../parts/materials.ts';

const COLOURS: Record<MaterialName, readonly [number, number, number]> = {
  Skin_Head: [0.72, 0.46, 0.35],
  Skin_Hands: [0.72, 0.46, 0.35],
  Eye: [0.8, 0.78, 0.75],
  Teeth: [0.8, 0.75, 0.68],
  Tongue: [0.55, 0.2, 0.2],
  Lashes: [0.02, 0.015, 0.01],
  Brows: [0.05, 0.03, 0.02],
  Hair: [0.07, 0.04, 0.025],
  Top: [0.05, 0.09, 0.14],
  Trousers: [0.03, 0.03, 0.035],
  Shoes: [0.02, 0.02, 0.02],
};

export function addPlainMaterials(document: Document): ReadonlyMap<MaterialName, Material> {
  return new Map(
    (Object.keys(COLOURS) as MaterialName[]).map((name) => [
      name,
      document
        .createMaterial(name)
        .setBaseColorFactor([...COLOURS[name], 1])
        .setRoughnessFactor(0.6)
        .setMetallicFactor(0)
        .setDoubleSided(['Hair', 'Lashes', 'Brows', 'Top', 'Trousers'].includes(name)),
    ]),
  );
}
