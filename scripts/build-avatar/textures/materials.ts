import type { Document, Material, Texture } from '@gltf-transform/core';
import { KHRMaterialsClearcoat, KHRMaterialsSpecular } from '@gltf-transform/extensions';
import type { MaterialName } from '../parts/materials.ts';

/** A picture file's bytes, ready for the GLB. */
export interface ImageFile {
  readonly bytes: Uint8Array;
  readonly type: 'image/jpeg' | 'image/png';
}

/** How a material looks; factors are linear. */
export interface Look {
  readonly colour?: ImageFile;
  readonly factor?: readonly [number, number, number];
  readonly normal?: ImageFile;
  readonly normalScale?: number;
  readonly orm?: ImageFile;
  readonly roughness?: number;
  /** Strength of reflections against a dielectric's usual 4 %, for skin and hair. */
  readonly specular?: number;
  /** A wet layer above: its roughness. */
  readonly coat?: number;
  /** Cut-out at this opacity, or blended. */
  readonly alpha?: number | 'blend';
  readonly doubleSided?: boolean;
}

export type Looks = Readonly<Record<MaterialName, Look>>;

/** The document's materials, by name. */
export function addMaterials(document: Document, looks: Looks): ReadonlyMap<MaterialName, Material> {
  return new Map(
    (Object.entries(looks) as [MaterialName, Look][]).map(([name, look]) => [
      name,
      materialOf(document, name, look),
    ]),
  );
}

function materialOf(document: Document, name: MaterialName, look: Look): Material {
  const texture = (file: ImageFile | undefined, use: string): Texture | null =>
    file ? document.createTexture(`${name} ${use}`).setImage(file.bytes).setMimeType(file.type) : null;
  const material = document
    .createMaterial(name)
    .setBaseColorFactor([...(look.factor ?? [1, 1, 1]), 1])
    .setBaseColorTexture(texture(look.colour, 'colour'))
    .setNormalTexture(texture(look.normal, 'normal'))
    .setNormalScale(look.normalScale ?? 1)
    .setRoughnessFactor(look.roughness ?? 1)
    .setMetallicFactor(look.orm ? 1 : 0)
    .setDoubleSided(look.doubleSided ?? false);
  const orm = texture(look.orm, 'occlusion, roughness');
  material.setMetallicRoughnessTexture(orm).setOcclusionTexture(orm);
  if (look.alpha === 'blend') material.setAlphaMode('BLEND');
  else if (look.alpha !== undefined) material.setAlphaMode('MASK').setAlphaCutoff(look.alpha);
  if (look.specular !== undefined) {
    const specular = document
      .createExtension(KHRMaterialsSpecular)
      .createSpecular()
      .setSpecularFactor(look.specular);
    material.setExtension('KHR_materials_specular', specular);
  }
  if (look.coat !== undefined) {
    const coat = document
      .createExtension(KHRMaterialsClearcoat)
      .createClearcoat()
      .setClearcoatFactor(1)
      .setClearcoatRoughnessFactor(look.coat);
    material.setExtension('KHR_materials_clearcoat', coat);
  }
  return material;
}
