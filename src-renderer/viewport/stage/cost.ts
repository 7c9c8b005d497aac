import { Mesh, type Object3D, type Scene, Texture, type WebGLRenderer } from 'three';
import type { LoadedAvatar } from '../avatar/index.ts';
import type { AvatarCost } from './messages.ts';

const BYTES_PER_TEXEL = 4;
/** All smaller sizes of a picture together take a third of it more. */
const WITH_MIPMAPS = 4 / 3;

/** What the picture that was drawn last has cost. */
export function costOf(
  { info }: WebGLRenderer,
  scene: Scene,
  avatar: LoadedAvatar | undefined,
  loadMs: number,
): AvatarCost {
  return {
    drawCalls: info.render.calls,
    triangles: info.render.triangles,
    textureBytes: textureBytesOf(scene),
    morphBytes: avatar?.morphs.bytes ?? 0,
    loadMs,
  };
}

function textureBytesOf(root: Object3D): number {
  const textures = new Set<Texture>();
  root.traverse((node) => {
    if (!(node instanceof Mesh)) return;
    for (const material of [node.material].flat()) {
      for (const value of Object.values(material)) if (value instanceof Texture) textures.add(value);
    }
  });
  let bytes = 0;
  for (const { width, height } of textures) bytes += width * height * BYTES_PER_TEXEL * WITH_MIPMAPS;
  return Math.round(bytes);
}
