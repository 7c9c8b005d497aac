import { BufferAttribute, type BufferGeometry } from 'three';
import { displacements } from './displacements.ts';
import type { HeadMesh } from './headMesh.ts';
import { normalChanges } from './normalChanges.ts';

/** Gives the head's geometry its morph targets, and returns their names in order. */
export function addMorphs(geometry: BufferGeometry, mesh: HeadMesh): string[] {
  const { positions, triangles, vertexCount } = mesh.surface;
  const offsets = new Map<string, Float32Array>();
  for (const [name, displace] of displacements(mesh)) {
    const moves = new Float32Array(positions.length);
    for (let vertex = 0; vertex < vertexCount; vertex++) moves.set(displace(vertex), vertex * 3);
    offsets.set(name, moves);
  }
  const jawOpen = offsets.get('jawOpen');
  const opened = positions.map((value, i) => value + (jawOpen?.[i] ?? 0));
  const changesAtRest = normalChanges(positions, triangles);
  // Lips are closed over an open jaw only. Taken by itself, that shape would fold the face.
  const changesOpened = normalChanges(opened, triangles);
  const normals = [...offsets].map(([name, moves]) =>
    name === 'mouthClose' ? changesOpened(moves) : changesAtRest(moves),
  );
  geometry.morphTargetsRelative = true;
  geometry.morphAttributes['position'] = [...offsets.values()].map((moves) => new BufferAttribute(moves, 3));
  geometry.morphAttributes['normal'] = normals.map((changes) => new BufferAttribute(changes, 3));
  return [...offsets.keys()];
}
