import {
  type Material,
  Mesh,
  MeshLambertMaterial,
  MeshPhongMaterial,
  MeshStandardMaterial,
  type Object3D,
  type Texture,
} from 'three';

/** Skin, cloth and hair without a roughness map of their own: between dull and glossy. */
const ROUGHNESS = 0.65;

/** Cards of hair, brows and lashes are cut out where their texture is more clear than not. */
const CUT_OUT = 0.5;

type FbxMaterial = MeshPhongMaterial | MeshLambertMaterial;

/** Gives every mesh glTF's own kind of material, with the textures that are inside the file. */
export function standardiseMaterials(scene: Object3D): void {
  const made = { pictured: new Map<Material, Material>(), plain: new Map<Material, Material>() };
  scene.traverse((node) => {
    if (!(node instanceof Mesh)) return;
    // Pictures on a mesh without texture coordinates are nowhere, and no glTF.
    const isPictured: boolean = node.geometry.hasAttribute('uv');
    const known = isPictured ? made.pictured : made.plain;
    const standard = (material: Material): Material => {
      if (!(material instanceof MeshPhongMaterial || material instanceof MeshLambertMaterial))
        return material;
      const converted = known.get(material) ?? standardOf(material, isPictured);
      known.set(material, converted);
      return converted;
    };
    node.material = Array.isArray(node.material) ? node.material.map(standard) : standard(node.material);
  });
}

function standardOf(material: FbxMaterial, isPictured: boolean): MeshStandardMaterial {
  const [map, alphaMap, normalMap] = [material.map, material.alphaMap, material.normalMap].map((texture) =>
    isPictured ? loaded(texture) : null,
  );
  const cutOut = alphaMap && map ? withAlpha(map, alphaMap) : map;
  return new MeshStandardMaterial({
    name: material.name,
    // A colour beside a texture would tint it.
    color: map ? 0xffffff : material.color,
    map: cutOut ?? null,
    normalMap: normalMap ?? null,
    roughness: ROUGHNESS,
    metalness: 0,
    alphaTest: alphaMap ? CUT_OUT : 0,
    transparent: material.transparent && !alphaMap,
    opacity: alphaMap ? 1 : material.opacity,
    side: material.side,
  });
}

/** A texture whose picture was in the file; nothing where it lay outside or could not be read. */
function loaded(texture: Texture | null): Texture | null {
  return texture && isPicture(texture.image) ? texture : null;
}

const isPicture = (image: unknown): image is HTMLImageElement | HTMLCanvasElement =>
  image instanceof HTMLImageElement || image instanceof HTMLCanvasElement;

/** The colours of one texture with the brightness of another as their alpha, which is how glTF has it. */
function withAlpha(colours: Texture, alpha: Texture): Texture {
  const { width, height } = pictureOf(colours);
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return colours;
  context.drawImage(pictureOf(alpha), 0, 0, width, height);
  const { data: mask } = context.getImageData(0, 0, width, height);
  context.clearRect(0, 0, width, height);
  context.drawImage(pictureOf(colours), 0, 0, width, height);
  const pixels = context.getImageData(0, 0, width, height);
  for (let i = 0; i < mask.length; i += 4) pixels.data[i + 3] = mask[i] ?? 0;
  context.putImageData(pixels, 0, 0);
  const joined = colours.clone();
  joined.image = canvas;
  joined.needsUpdate = true;
  return joined;
}

function pictureOf({ image }: Texture): HTMLImageElement | HTMLCanvasElement {
  if (isPicture(image)) return image;
  throw new Error('only loaded textures are joined');
}
