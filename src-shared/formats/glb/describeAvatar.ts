import { z } from 'zod';
import { accessorBytes } from './elements.ts';
import type { Gltf, GltfMesh } from './gltf.ts';
import { shortened } from './shortened.ts';

/** A mesh of an avatar, and the morph targets that it carries. */
export interface AvatarMesh {
  readonly name: string;
  readonly vertices: number;
  readonly triangles: number;
  /** In the order of the file's targets; a target without a name is not there. */
  readonly morphTargets: readonly string[];
}

/** What a GLB holds, told by its description alone. */
export interface AvatarDescription {
  readonly meshes: readonly AvatarMesh[];
  /** Names of the joints of all skins, each once. */
  readonly joints: readonly string[];
  readonly vertices: number;
  readonly triangles: number;
  /** Bytes of the morph targets once decoded: what they take on the GPU. */
  readonly morphBytes: number;
  /** Bytes of the images as they lie in the file. */
  readonly textureBytes: number;
  /** Extensions that the file cannot be read without and that the viewport does not know; long names shortened. */
  readonly unknownExtensions: readonly string[];
  /**
   * Images and buffers that do not lie in the binary part: in other files, which a GLB brought by itself lacks, or
   * written out as `data:`, which the page may not fetch. Long addresses are shortened.
   */
  readonly outsideFiles: readonly string[];
}

/** Extensions that three.js' GLTFLoader reads, and so the viewport. */
const KNOWN_EXTENSIONS: ReadonlySet<string> = new Set([
  'EXT_materials_bump',
  'EXT_mesh_gpu_instancing',
  'EXT_meshopt_compression',
  'EXT_texture_avif',
  'EXT_texture_webp',
  'KHR_lights_punctual',
  'KHR_materials_anisotropy',
  'KHR_materials_clearcoat',
  'KHR_materials_dispersion',
  'KHR_materials_emissive_strength',
  'KHR_materials_ior',
  'KHR_materials_iridescence',
  'KHR_materials_sheen',
  'KHR_materials_specular',
  'KHR_materials_transmission',
  'KHR_materials_unlit',
  'KHR_materials_volume',
  'KHR_mesh_quantization',
  'KHR_meshopt_compression',
  'KHR_texture_transform',
]);

/** Mode 4 of a primitive: separate triangles. */
const CORNERS = 3;

/** As long as a mapping may say; longer texts name nothing. */
const MAX_TARGET_NAME_LENGTH = 255;

const namedTargetsSchema = z.object({ targetNames: z.array(z.string()) });

/** Describes what a document holds. Never throws: an index that leads nowhere counts as nothing. */
export function describeAvatar(gltf: Gltf): AvatarDescription {
  const nodeNames = namesByMesh(gltf);
  const meshes = gltf.meshes.map((mesh, i) =>
    describeMesh(gltf, mesh, mesh.name ?? nodeNames.get(i) ?? `mesh ${i + 1}`),
  );
  const joints = new Set<string>();
  for (const skin of gltf.skins) {
    for (const joint of skin.joints) {
      const name = gltf.nodes[joint]?.name;
      if (name !== undefined) joints.add(name);
    }
  }
  return {
    meshes,
    joints: [...joints],
    vertices: sum(meshes.map(({ vertices }) => vertices)),
    triangles: sum(meshes.map(({ triangles }) => triangles)),
    morphBytes: sum([...morphAccessors(gltf)].map((accessor) => accessorBytes(gltf.accessors[accessor]))),
    textureBytes: sum(
      gltf.images.map(({ bufferView }) => gltf.bufferViews[bufferView ?? -1]?.byteLength ?? 0),
    ),
    unknownExtensions: gltf.extensionsRequired.filter((name) => !KNOWN_EXTENSIONS.has(name)).map(shortened),
    outsideFiles: [...gltf.buffers, ...gltf.images].flatMap(({ uri }) =>
      uri === undefined ? [] : [nameOf(uri)],
    ),
  };
}

/** What is written out as `data:` is named by its kind alone. */
function nameOf(uri: string): string {
  return shortened(uri.startsWith('data:') ? (/^data:[^;,]*/.exec(uri)?.[0] ?? '') : uri);
}

/** Per mesh the name of the first node that shows it. */
function namesByMesh({ nodes }: Gltf): Map<number, string> {
  const names = new Map<number, string>();
  for (const { mesh, name } of nodes) {
    if (mesh !== undefined && name !== undefined && !names.has(mesh)) names.set(mesh, name);
  }
  return names;
}

function describeMesh(gltf: Gltf, mesh: GltfMesh, name: string): AvatarMesh {
  // Primitives of a mesh often share their vertices.
  const positions = new Set(mesh.primitives.map(({ attributes }) => attributes['POSITION'] ?? -1));
  return {
    name,
    vertices: sum([...positions].map((accessor) => countOf(gltf, accessor))),
    triangles: sum(
      mesh.primitives.map((primitive) =>
        Math.floor(countOf(gltf, primitive.indices ?? primitive.attributes['POSITION']) / CORNERS),
      ),
    ),
    morphTargets: targetNames(gltf, mesh),
  };
}

/** Names from the mesh's extras, else those of the targets' accessors, which some exporters use. */
function targetNames(gltf: Gltf, { extras, primitives }: GltfMesh): string[] {
  const targets = primitives[0]?.targets ?? [];
  const named = namedTargetsSchema.safeParse(extras);
  const names = named.success
    ? named.data.targetNames.slice(0, targets.length)
    : targets.flatMap((target) => gltf.accessors[target['POSITION'] ?? -1]?.name ?? []);
  return names.filter((name) => name.length <= MAX_TARGET_NAME_LENGTH);
}

function morphAccessors(gltf: Gltf): Set<number> {
  const accessors = new Set<number>();
  for (const { primitives } of gltf.meshes) {
    for (const { targets } of primitives) {
      for (const target of targets) for (const accessor of Object.values(target)) accessors.add(accessor);
    }
  }
  return accessors;
}

function countOf(gltf: Gltf, accessor: number | undefined): number {
  return gltf.accessors[accessor ?? -1]?.count ?? 0;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
