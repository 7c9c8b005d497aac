import { z } from 'zod';
import { damaged } from './container.ts';
import { shortened } from './shortened.ts';

/** The part of the WHATWG Encoding Standard used here; every process has it, the ES library does not declare it. */
declare const TextDecoder: new (
  label: 'utf-8',
  options: { fatal: true },
) => { decode(bytes: Uint8Array): string };

/** More than any avatar has; a file with more is refused before anything is built from it. */
const MAX_ITEMS = 100_000;
const MAX_NAME_LENGTH = 1024;
const MAX_TARGETS = 2000;
/** On all meshes together; every name is looked up in every profile. */
const MAX_NAMES = 20_000;
/** A file of 500 MB has not the positions of so many vertices. */
const MAX_COUNT = 50_000_000;
/** EXT_meshopt_compression, "Mode 0: attributes": the widest elements of all modes. */
const MAX_COMPRESSED_STRIDE = 256;

const name = z.string().max(MAX_NAME_LENGTH).optional();
const bytes = z.int().min(0);
const index = z.int().min(0).max(MAX_ITEMS);
const indices = z.record(z.string(), index);
const list = <Item extends z.ZodType>(item: Item) => z.array(item).max(MAX_ITEMS).default([]);

/** Names of a mesh's morph targets lie in `extras.targetNames`: a convention of all exporters, not of the standard. */
const meshSchema = z.object({
  name,
  primitives: z
    .array(
      z.object({
        attributes: indices,
        indices: index.optional(),
        material: index.optional(),
        targets: z.array(indices).max(MAX_TARGETS).default([]),
      }),
    )
    .max(MAX_ITEMS),
  extras: z.unknown().optional(),
});

/** The elements of an accessor that differ from its view's, or from 0. */
const sparseSchema = z.object({
  count: bytes,
  indices: z.object({ bufferView: index, byteOffset: bytes.default(0), componentType: z.int() }),
  values: z.object({ bufferView: index, byteOffset: bytes.default(0) }),
});

/**
 * Where a compressed view lies. Its own buffer and range then only say what it is once decoded
 * (EXT_meshopt_compression, "Extending bufferView").
 */
const compressedSchema = z.object({
  buffer: index,
  byteOffset: bytes.default(0),
  byteLength: bytes,
  byteStride: z.int().min(0).max(MAX_COMPRESSED_STRIDE),
  count: z.int().min(0).max(MAX_COUNT),
});
const compressionSchema = z.object({
  EXT_meshopt_compression: compressedSchema.optional(),
  KHR_meshopt_compression: compressedSchema.optional(),
});

/** The part of a glTF 2.0 document that says what an avatar is made of (specification, chapter 5). */
const gltfSchema = z.object({
  asset: z.object({ version: z.string(), generator: z.string().optional(), extras: z.unknown().optional() }),
  extensionsRequired: list(z.string().max(MAX_NAME_LENGTH)),
  nodes: list(z.object({ name, mesh: index.optional(), skin: index.optional() })),
  skins: list(z.object({ joints: z.array(index).max(MAX_ITEMS) })),
  meshes: list(meshSchema).refine(
    (meshes) => meshes.reduce((sum, mesh) => sum + targetCount(mesh), 0) <= MAX_NAMES,
    `more than ${MAX_NAMES} morph targets`,
  ),
  accessors: list(
    z.object({
      name,
      bufferView: index.optional(),
      byteOffset: bytes.default(0),
      componentType: z.int(),
      type: z.string(),
      count: z.int().min(0).max(MAX_COUNT),
      sparse: sparseSchema.optional(),
    }),
  ),
  bufferViews: list(
    z.object({
      buffer: index,
      byteOffset: bytes.default(0),
      byteLength: bytes,
      byteStride: bytes.optional(),
      extensions: compressionSchema.optional(),
    }),
  ),
  buffers: list(z.object({ byteLength: bytes, uri: z.string().optional() })),
  images: list(
    z.object({ bufferView: index.optional(), mimeType: z.string().optional(), uri: z.string().optional() }),
  ),
});
export type Gltf = z.infer<typeof gltfSchema>;
export type GltfMesh = Gltf['meshes'][number];
export type GltfView = Gltf['bufferViews'][number];
export type GltfAccessor = Gltf['accessors'][number];

function targetCount({ primitives }: z.infer<typeof meshSchema>): number {
  return primitives[0]?.targets.length ?? 0;
}

/** Reads the JSON of a GLB. Throws `invalid_avatar` for what is no JSON or no glTF 2.0 document. */
export function parseGltf(json: Uint8Array): Gltf {
  let document: unknown;
  try {
    document = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(json));
  } catch (cause) {
    throw damaged('its description is no JSON', cause);
  }
  const read = gltfSchema.safeParse(document);
  if (read.success) return read.data;
  const issue = read.error.issues[0];
  throw damaged(
    `${shortened(issue?.path.join('.') ?? '') || 'its description'}: ${issue?.message ?? 'not as in glTF 2.0'}`,
  );
}
