import { MimesisError } from '../../contract/index.ts';
import { accessorBytes } from './elements.ts';
import type { Gltf } from './gltf.ts';
import { viewBytes } from './views.ts';

/**
 * Most bytes that an avatar may take once decoded, in memory and again as morph targets on the GPU: four times the
 * largest file. The positions of 200 morph targets of 100 000 vertices take a tenth of it.
 */
const MAX_DECODED_BYTES = 2 * 2 ** 30;

/**
 * A file of a few hundred bytes can speak of any size: by views that are compressed or lie over each other, by accessors
 * without a view, and by morph targets that share one.
 *
 * @throws `too_large`
 */
export function requireDecodedSize(gltf: Gltf): void {
  let decoded = 0;
  for (const view of gltf.bufferViews) decoded += viewBytes(view);
  for (const accessor of gltf.accessors) {
    if (accessor.bufferView === undefined || accessor.sparse) decoded += accessorBytes(accessor);
  }
  let morphs = 0;
  for (const { primitives } of gltf.meshes) {
    for (const { targets } of primitives) {
      for (const target of targets) {
        for (const index of Object.values(target)) morphs += accessorBytes(gltf.accessors[index]);
      }
    }
  }
  const bytes = Math.max(decoded, morphs);
  if (bytes <= MAX_DECODED_BYTES) return;
  throw new MimesisError(
    'too_large',
    `Decoded, the avatar takes ${Math.ceil(bytes / 2 ** 30)} GB; at most ${MAX_DECODED_BYTES / 2 ** 30} GB are shown.`,
    { remedy: 'Export it with fewer vertices or morph targets.' },
  );
}
