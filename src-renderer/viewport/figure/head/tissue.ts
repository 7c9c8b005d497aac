import { MOUTH } from './form.ts';
import type { HeadMesh } from './headMesh.ts';
import { jawWeights } from './jaw.ts';

const [, SEAM] = MOUTH;
/** Height over the seam from which skin belongs to one lip alone, in metres. */
const LIP_BLEND = 0.004;

/** What each vertex of the head is made of. */
export interface Tissue {
  /** How far it goes with the jaw, 0..1. */
  readonly jaw: Float32Array;
  /** How far muscles of the face move it, 0..1: teeth and the edges of the lids not at all. */
  readonly soft: Float32Array;
  /** 1 for the upper lip and what is above, -1 for the lower one and what is below. */
  readonly lip: Float32Array;
}

export function tissueOf(mesh: HeadMesh): Tissue {
  const { surface, mouth, lids, rigid } = mesh;
  const soft = new Float32Array(surface.vertexCount).fill(1);
  for (const { first, end } of rigid) soft.fill(0, first, end);
  for (const { vertex, share } of lids) soft[vertex] = 1 - share;
  const lip = new Float32Array(surface.vertexCount);
  for (let vertex = 0; vertex < lip.length; vertex++) {
    lip[vertex] = Math.min(1, Math.max(-1, (surface.y(vertex) - SEAM) / LIP_BLEND));
  }
  for (const { vertex, half } of mouth) lip[vertex] = half === 'corner' ? 0 : half === 'upper' ? 1 : -1;
  return { jaw: jawWeights(mesh), soft, lip };
}
