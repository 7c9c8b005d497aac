import { Document, type Material, type Node, type Primitive, type Skin } from '@gltf-transform/core';
import { type Points, pointAt, scale, subtract, type Vec3 } from '../geometry/points.ts';
import type { MaterialName } from '../parts/materials.ts';
import type { Part } from '../parts/shape.ts';
import type { Joint } from '../person/skeleton.ts';

const METRES_PER_DECIMETRE = 0.1;

export interface AvatarExtras {
  readonly name: string;
  readonly source: string;
  readonly version: string;
  readonly licence: string;
  readonly profile: 'cc4_extended';
}

/** What the file is made of. Positions in decimetres; the ground becomes y = 0. */
export interface Avatar {
  readonly parts: readonly Part[];
  readonly joints: readonly Joint[];
  /** Height of the soles, decimetres. */
  readonly ground: number;
  readonly extras: AvatarExtras;
}

/**
 * The glTF document of an avatar: one skin, one node and mesh a part, morph targets named in `mesh.extras.targetNames`.
 * Metres, Y up, facing +Z, bind pose without rotations.
 */
export function avatarDocument(
  avatar: Avatar,
  addMaterials: (document: Document) => ReadonlyMap<MaterialName, Material>,
): Document {
  const document = new Document();
  const root = document.getRoot();
  root.getAsset().generator = 'mimesis-studio build-avatar';
  root.getAsset()['extras'] = { ...avatar.extras };
  document.createBuffer();
  const scene = document.createScene(avatar.extras.name);
  root.setDefaultScene(scene);
  const origin: Vec3 = [0, avatar.ground, 0];
  const skin = addSkin(document, avatar.joints, origin);
  const skeleton = skin.getSkeleton();
  if (skeleton) scene.addChild(skeleton);
  const materials = addMaterials(document);
  for (const part of avatar.parts) {
    const primitive = primitiveOf(document, part, materials, origin);
    const mesh = document.createMesh(part.name).addPrimitive(primitive);
    if (part.edge) mesh.addPrimitive(primitive.clone().setMaterial(materials.get(part.edge) ?? null));
    const names = [...part.morphs.keys()];
    if (names.length > 0) mesh.setExtras({ targetNames: names }).setWeights(names.map(() => 0));
    scene.addChild(document.createNode(part.name).setMesh(mesh).setSkin(skin));
  }
  return document;
}

function addSkin(document: Document, joints: readonly Joint[], origin: Vec3): Skin {
  const places = new Map(
    joints.map(({ name, position }) => [name, inMetres(position, origin, name)] as const),
  );
  const nodes = new Map<string, Node>();
  const skin = document.createSkin('skeleton');
  const inverses: number[] = [];
  for (const { name, parent } of joints) {
    const place = places.get(name) ?? [0, 0, 0];
    const from = (parent === null ? undefined : places.get(parent)) ?? [0, 0, 0];
    const node = document.createNode(name).setTranslation([...subtract(place, from)]);
    nodes.set(name, node);
    if (parent === null) skin.setSkeleton(node);
    else nodes.get(parent)?.addChild(node);
    skin.addJoint(node);
    inverses.push(1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, ...scale(place, -1), 1);
  }
  return skin.setInverseBindMatrices(
    document
      .createAccessor('inverse bind matrices')
      .setType('MAT4')
      .setArray(Float32Array.from(inverses))
      .setBuffer(document.getRoot().listBuffers()[0] ?? null),
  );
}

function inMetres(position: Vec3, origin: Vec3, name: string): Vec3 {
  return name === 'root' ? [0, 0, 0] : scale(subtract(position, origin), METRES_PER_DECIMETRE);
}

function primitiveOf(
  document: Document,
  part: Part,
  materials: ReadonlyMap<MaterialName, Material>,
  origin: Vec3,
): Primitive {
  const buffer = document.getRoot().listBuffers()[0] ?? null;
  const accessor = (
    type: 'VEC2' | 'VEC3' | 'VEC4' | 'SCALAR',
    array: Float32Array<ArrayBuffer> | Uint16Array<ArrayBuffer>,
  ) => document.createAccessor().setType(type).setArray(array).setBuffer(buffer);
  const metres = (points: Points): Float32Array<ArrayBuffer> =>
    Float32Array.from(points, (value) => value * METRES_PER_DECIMETRE);
  const placed = Float32Array.from({ length: part.positions.length }, (_, i) => {
    const point = subtract(pointAt(part.positions, Math.floor(i / 3)), origin);
    return (point[i % 3] ?? 0) * METRES_PER_DECIMETRE;
  });
  // glTF counts v downwards from the top of the picture.
  const uvs = Float32Array.from(part.uvs, (value, i) => (i % 2 === 0 ? value : 1 - value));
  const primitive = document
    .createPrimitive()
    .setMaterial(materials.get(part.material) ?? null)
    .setIndices(accessor('SCALAR', Uint16Array.from(part.triangles)))
    .setAttribute('POSITION', accessor('VEC3', placed))
    .setAttribute('NORMAL', accessor('VEC3', Float32Array.from(part.normals)))
    .setAttribute('TEXCOORD_0', accessor('VEC2', uvs))
    .setAttribute('JOINTS_0', accessor('VEC4', part.joints))
    .setAttribute('WEIGHTS_0', accessor('VEC4', part.weights));
  for (const [name, { positions, normals }] of part.morphs) {
    primitive.addTarget(
      document
        .createPrimitiveTarget(name)
        .setAttribute('POSITION', accessor('VEC3', metres(positions)))
        .setAttribute('NORMAL', accessor('VEC3', Float32Array.from(normals))),
    );
  }
  return primitive;
}
