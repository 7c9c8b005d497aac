import { BufferAttribute, type BufferGeometry } from 'three';
import { SIDES } from '#shared/body/index.ts';
import { MOUTH, MOUTH_HALF_WIDTH } from './form.ts';
import type { HeadMesh } from './headMesh.ts';
import { jawWeights, openedJaw } from './jaw.ts';
import { shutLid } from './lids.ts';
import { normalChanges } from './normalChanges.ts';
import { PULLS, type Pull, pullAt } from './pulls.ts';

/** Names of morph targets that are no ARKit coefficients: the lids, which several coefficients move together. */
export const LID_MORPHS = {
  left: { upper: 'upperLidLeft', lower: 'lowerLidLeft' },
  right: { upper: 'upperLidRight', lower: 'lowerLidRight' },
} as const;

/** Lips that the jaw parted, closed again: the lower one goes most of the way. */
const UPPER_SHARE = 0.18;
const CLOSE_REACH = 0.028;
const [, SEAM] = MOUTH;
const TONGUE_OUT = [0, 0.0065, 0.033] as const;

type Displace = (vertex: number, out: Float32Array) => void;

/** Gives the head's geometry its morph targets, and returns their names in order. */
export function addMorphs(geometry: BufferGeometry, mesh: HeadMesh): string[] {
  const morphs = displacements(mesh);
  const positions: BufferAttribute[] = [];
  const normals: BufferAttribute[] = [];
  const change = normalChanges(mesh.surface);
  for (const [name, displace] of morphs) {
    const offsets = new Float32Array(mesh.surface.positions.length);
    const offset = new Float32Array(3);
    for (let vertex = 0; vertex < mesh.surface.vertexCount; vertex++) {
      offset.fill(0);
      displace(vertex, offset);
      offsets.set(offset, vertex * 3);
    }
    const attribute = new BufferAttribute(offsets, 3);
    attribute.name = name;
    positions.push(attribute);
    normals.push(new BufferAttribute(change(offsets), 3));
  }
  geometry.morphTargetsRelative = true;
  geometry.morphAttributes['position'] = positions;
  geometry.morphAttributes['normal'] = normals;
  return [...morphs.keys()];
}

function displacements(mesh: HeadMesh): Map<string, Displace> {
  const { surface, mouth, lids, rigid } = mesh;
  const jaw = jawWeights(mesh);
  const tissue = new Float32Array(surface.vertexCount).fill(1);
  for (const { first, end } of rigid) tissue.fill(0, first, end);
  for (const { vertex, share } of lids) tissue[vertex] = 1 - share;
  const lip = new Float32Array(surface.vertexCount);
  for (let vertex = 0; vertex < lip.length; vertex++) {
    lip[vertex] = Math.min(1, Math.max(-1, (surface.y(vertex) - SEAM) / 0.004));
  }
  for (const { vertex, half } of mouth) lip[vertex] = half === 'corner' ? 0 : half === 'upper' ? 1 : -1;

  const side = (vertex: number, half: Pull['half']): number => {
    if (!half) return 1;
    const upper = ((lip[vertex] ?? 0) + 1) / 2;
    return half === 'upper' ? upper : 1 - upper;
  };
  const add = (out: Float32Array, move: readonly [number, number, number], share: number): void => {
    for (let axis = 0; axis < 3; axis++) out[axis] = (out[axis] ?? 0) + (move[axis] ?? 0) * share;
  };
  const opening = (vertex: number): readonly [number, number, number] => {
    const [x, y, z] = [surface.x(vertex), surface.y(vertex), surface.z(vertex)];
    const [ox, oy, oz] = openedJaw(x, y, z);
    return [ox - x, oy - y, oz - z];
  };
  const withJaw =
    (x: number, y: number, z: number): Displace =>
    (vertex, out) =>
      add(out, [x, y, z], jaw[vertex] ?? 0);
  const morphs = new Map<string, Displace>([
    ['jawOpen', (vertex, out) => add(out, opening(vertex), jaw[vertex] ?? 0)],
    ['jawForward', withJaw(0, -0.0006, 0.0065)],
    ['jawLeft', withJaw(0.0065, 0, -0.0008)],
    ['jawRight', withJaw(-0.0065, 0, -0.0008)],
    [
      'mouthClose',
      (vertex, out) => {
        const beside = Math.max(0, Math.abs(surface.x(vertex)) - MOUTH_HALF_WIDTH) / CLOSE_REACH;
        const above = Math.max(0, Math.abs(surface.y(vertex) - SEAM) - 0.006) / CLOSE_REACH;
        const share = (tissue[vertex] ?? 0) * Math.exp(-beside * beside - above * above);
        add(out, opening(vertex), share * (UPPER_SHARE - (jaw[vertex] ?? 0)));
      },
    ],
    [
      'tongueOut',
      (vertex, out) => {
        const tongue = rigid.find(({ part }) => part === 'tongue');
        if (!tongue || vertex < tongue.first || vertex >= tongue.end) return;
        const tip = Math.min(1, Math.max(0, (surface.z(vertex) - 0.04) / 0.03));
        add(out, TONGUE_OUT, tip);
      },
    ],
  ]);
  for (const [name, pulls] of PULLS) {
    morphs.set(name, (vertex, out) => {
      for (const pull of pulls) {
        const share = pullAt(pull, surface.x(vertex), surface.y(vertex), surface.z(vertex));
        add(out, pull.move, share * (tissue[vertex] ?? 0) * side(vertex, pull.half));
      }
    });
  }
  for (const eye of SIDES) {
    for (const lid of ['upper', 'lower'] as const) {
      const own = new Map(
        lids.filter((each) => each.side === eye && each.lid === lid).map((each) => [each.vertex, each]),
      );
      morphs.set(LID_MORPHS[eye][lid], (vertex, out) => {
        const moved = own.get(vertex);
        if (!moved) return;
        const [x, y, z] = shutLid(surface, moved);
        out.set([x - surface.x(vertex), y - surface.y(vertex), z - surface.z(vertex)]);
      });
    }
  }
  return morphs;
}
