import { damaged } from './container.ts';
import { requireDecodedSize } from './decodedSize.ts';
import { elementBytes } from './elements.ts';
import type { Gltf, GltfAccessor, GltfView } from './gltf.ts';
import { compressed, viewBytes } from './views.ts';

/**
 * Looks whether all that a document speaks of is there: each accessor in its view, each view in its buffer, and the
 * buffer in the binary part (glTF 2.0, sections 3.6.1 and 3.6.2), and whether it is of a size that can be decoded. Buffers that lie elsewhere are not looked at; a
 * compressed view is looked for where its extension says that it is.
 *
 * @param binaryBytes length of the file's binary part
 * @throws `invalid_avatar` for what lies outside, or is not there; `too_large`
 */
export function requireWhole(gltf: Gltf, binaryBytes: number): void {
  const [own] = gltf.buffers;
  if (own && own.uri === undefined && own.byteLength > binaryBytes) {
    throw damaged('its binary part is shorter than it says');
  }
  for (const [i, view] of gltf.bufferViews.entries()) requireView(gltf, view, i);
  for (const [i, accessor] of gltf.accessors.entries()) requireAccessor(gltf, accessor, i);
  for (const { bufferView } of gltf.images) {
    if (bufferView !== undefined) viewAt(gltf, bufferView);
  }
  for (const { primitives } of gltf.meshes) {
    for (const { attributes, indices, targets } of primitives) {
      for (const item of [attributes, ...targets]) requireThere(gltf, Object.values(item));
      if (indices !== undefined) requireThere(gltf, [indices]);
    }
  }
  requireDecodedSize(gltf);
}

function requireThere({ accessors }: Gltf, wanted: readonly number[]): void {
  const missing = wanted.find((accessor) => !accessors[accessor]);
  if (missing !== undefined) throw damaged(`a mesh needs accessor ${missing}, which is not there`);
}

function requireView({ buffers }: Gltf, view: GltfView, i: number): void {
  const { buffer, byteOffset, byteLength } = compressed(view) ?? view;
  const holder = buffers[buffer];
  // Only the first buffer can be the binary part: others without an address have no bytes.
  const isEmpty = buffer > 0 && holder?.uri === undefined;
  if (!holder || isEmpty || byteOffset + byteLength > holder.byteLength) {
    throw damaged(`view ${i} lies outside its buffer`);
  }
}

function requireAccessor(gltf: Gltf, accessor: GltfAccessor, i: number): void {
  const bytes = elementBytes(accessor);
  if (bytes === undefined) throw damaged(`accessor ${i} is of no known kind`);
  const { bufferView, byteOffset, count, sparse } = accessor;
  if (bufferView !== undefined) {
    const stride = gltf.bufferViews[bufferView]?.byteStride ?? bytes;
    requireInside(gltf, i, bufferView, byteOffset + (count > 0 ? stride * (count - 1) + bytes : 0));
  }
  if (!sparse) return;
  const { indices, values } = sparse;
  const indexBytes = elementBytes({ componentType: indices.componentType, type: 'SCALAR' }) ?? 0;
  requireInside(gltf, i, indices.bufferView, indices.byteOffset + indexBytes * sparse.count);
  requireInside(gltf, i, values.bufferView, values.byteOffset + bytes * sparse.count);
}

function viewAt({ bufferViews }: Gltf, index: number): GltfView {
  const view = bufferViews[index];
  if (!view) throw damaged(`view ${index} is not there`);
  return view;
}

function requireInside(gltf: Gltf, accessor: number, view: number, end: number): void {
  if (end > viewBytes(viewAt(gltf, view))) throw damaged(`accessor ${accessor} lies outside its view`);
}
