import type { GltfView } from './gltf.ts';

/** Bytes of a view once decoded. */
export function viewBytes(view: GltfView): number {
  const packed = compressed(view);
  return packed ? packed.count * packed.byteStride : view.byteLength;
}

/** Where the bytes of a compressed view lie; undefined for one that is not. */
export function compressed({ extensions }: GltfView) {
  return extensions?.EXT_meshopt_compression ?? extensions?.KHR_meshopt_compression;
}
