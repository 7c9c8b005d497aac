import { join } from 'node:path';
import { type Accessor, type Document, type Node, NodeIO } from '@gltf-transform/core';
import { ALL_EXTENSIONS } from '@gltf-transform/extensions';
import { MeshoptDecoder } from 'meshoptimizer';
import { repositoryRoot } from '../../testing/shared.ts';
import { pointAt, type Vec3 } from '../geometry/points.ts';

/** The avatar that the product ships. */
export const AVATAR_FILE = join(repositoryRoot, 'resources/avatars/default.glb');

/** A mesh of the file as plain numbers, metres. */
export interface DecodedMesh {
  readonly name: string;
  readonly material: string;
  readonly drawCalls: number;
  readonly positions: Float64Array;
  /** u v interleaved, v downwards. */
  readonly uvs: Float64Array;
  readonly triangles: ArrayLike<number>;
  readonly weights: ArrayLike<number>;
  /** Displacements by morph target, in the order of `targetNames`. */
  readonly morphs: ReadonlyMap<string, Float64Array>;
}

export interface DecodedAvatar {
  readonly document: Document;
  readonly meshes: readonly DecodedMesh[];
  /** Parent's name, or null for the topmost joint, by joint. */
  readonly parents: ReadonlyMap<string, string | null>;
  /** Bind positions by joint. */
  readonly places: ReadonlyMap<string, Vec3>;
}

/** Reads an avatar file back, compressed or not. */
export async function decodeAvatar(file: string): Promise<DecodedAvatar> {
  await MeshoptDecoder.ready;
  const io = new NodeIO()
    .registerExtensions(ALL_EXTENSIONS)
    .registerDependencies({ 'meshopt.decoder': MeshoptDecoder });
  const document = await io.read(file);
  const [skin] = document.getRoot().listSkins();
  const joints = skin?.listJoints() ?? [];
  return {
    document,
    meshes: document
      .getRoot()
      .listNodes()
      .flatMap((node) => (node.getMesh() ? [decodeMesh(node)] : [])),
    parents: new Map(joints.map((joint) => [joint.getName(), parentOf(joint, joints)])),
    places: new Map(joints.map((joint) => [joint.getName(), joint.getWorldTranslation()])),
  };
}

function parentOf(joint: Node, joints: readonly Node[]): string | null {
  const parent = joint.getParentNode();
  return parent && joints.includes(parent) ? parent.getName() : null;
}

function decodeMesh(node: Node): DecodedMesh {
  const mesh = node.getMesh();
  const primitives = mesh?.listPrimitives() ?? [];
  const [primitive] = primitives;
  const names = namesIn(mesh?.getExtras()['targetNames']);
  // Quantised positions are put in place by the skin's bind matrices, which hold the volume's scale and offset.
  const toMetres = unquantise(node);
  const positions = elements(primitive?.getAttribute('POSITION') ?? null);
  return {
    name: mesh?.getName() ?? '',
    material: primitive?.getMaterial()?.getName() ?? '',
    drawCalls: primitives.length,
    positions: positions.map((value, i) => value * toMetres.scale + (toMetres.offset[i % 3] ?? 0)),
    uvs: elements(primitive?.getAttribute('TEXCOORD_0') ?? null),
    triangles: primitive?.getIndices()?.getArray() ?? [],
    weights: elements(primitive?.getAttribute('WEIGHTS_0') ?? null),
    morphs: new Map(
      (primitive?.listTargets() ?? []).map((target, i) => [
        names[i] ?? '',
        elements(target.getAttribute('POSITION')).map((value) => value * toMetres.scale),
      ]),
    ),
  };
}

function namesIn(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

/** Scale and offset from stored positions to metres: the bind matrix of the topmost joint, which stands at the origin. */
function unquantise(node: Node): { scale: number; offset: Vec3 } {
  const matrices = node.getSkin()?.getInverseBindMatrices();
  const first = matrices?.getElement(0, Array<number>(16).fill(0)) ?? [];
  return { scale: first[0] ?? 1, offset: [first[12] ?? 0, first[13] ?? 0, first[14] ?? 0] };
}

/** An accessor's values, integers brought back to the fractions that they stand for. */
function elements(accessor: Accessor | null): Float64Array {
  if (!accessor) return new Float64Array(0);
  const size = accessor.getElementSize();
  const values = new Float64Array(accessor.getCount() * size);
  const element: number[] = [];
  for (let i = 0; i < accessor.getCount(); i++) values.set(accessor.getElement(i, element), i * size);
  return values;
}

/** A mesh by name; throws where the file has none of that name. */
export function meshOf(avatar: DecodedAvatar, name: string): DecodedMesh {
  const found = avatar.meshes.find((mesh) => mesh.name === name);
  if (!found) throw new Error(`no mesh ${name}`);
  return found;
}

/** Positions of a mesh with morph targets at their weights. */
export function posed(mesh: DecodedMesh, weights: Readonly<Record<string, number>>): Float64Array {
  const positions = mesh.positions.slice();
  for (const [name, weight] of Object.entries(weights)) {
    mesh.morphs.get(name)?.forEach((value, i) => {
      positions[i] = (positions[i] ?? 0) + value * weight;
    });
  }
  return positions;
}

/** The furthest that a morph target moves any vertex of a mesh, metres. */
export function reachOf(delta: Float64Array): number {
  let reach = 0;
  for (let i = 0; i < delta.length / 3; i++) reach = Math.max(reach, Math.hypot(...pointAt(delta, i)));
  return reach;
}
