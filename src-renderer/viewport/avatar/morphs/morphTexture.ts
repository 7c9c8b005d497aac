import {
  type BufferAttribute,
  DataTexture,
  DataUtils,
  HalfFloatType,
  type InterleavedBufferAttribute,
  NearestFilter,
  RGBAFormat,
} from 'three';

type Attribute = BufferAttribute | InterleavedBufferAttribute;

/** What a mesh's targets do to its vertices. */
export interface MorphSource {
  readonly vertexCount: number;
  /** Per target the way of each vertex, and of its normal where the file has it. */
  readonly positions: readonly Attribute[];
  readonly normals: readonly Attribute[];
}

/** Targets as a texture that a vertex shader looks up. */
export interface MorphTexture {
  readonly texture: DataTexture;
  /** Per vertex the number of its row in the texture; -1 for a vertex that no target moves. */
  readonly rows: Float32Array;
  readonly rowCount: number;
  /** Texels a row takes for one target: its way, and the way of its normal. */
  readonly stride: 1 | 2;
}

const WIDTH = 4096;
/** Every graphics of the last ten years has textures of this height: room for 33 million ways. */
const MOST_ROWS = 8192;
const CHANNELS = 4;

/**
 * Lays targets out in half floats: ways of some centimetres, as targets have, are exact to about 0.01 mm. Only vertices that
 * move take any memory.
 */
export function createMorphTexture({ vertexCount, positions, normals }: MorphSource): MorphTexture {
  const rows = new Float32Array(vertexCount).fill(-1);
  let rowCount = 0;
  for (let vertex = 0; vertex < vertexCount; vertex++) {
    if (positions.some((target) => isMoved(target, vertex))) rows[vertex] = rowCount++;
  }
  const stride = normals.length === positions.length && normals.length > 0 ? 2 : 1;
  const texels = Math.max(1, rowCount * positions.length * stride);
  const height = Math.ceil(texels / WIDTH);
  if (height > MOST_ROWS) throw new Error('a mesh has more morph targets than graphics can hold');
  const data = new Uint16Array(WIDTH * height * CHANNELS);
  for (let target = 0; target < positions.length; target++) {
    for (let vertex = 0; vertex < vertexCount; vertex++) {
      const row = rows[vertex] ?? -1;
      if (row < 0) continue;
      const texel = (target * rowCount + row) * stride;
      write(data, texel, positions[target], vertex);
      if (stride === 2) write(data, texel + 1, normals[target], vertex);
    }
  }
  const texture = new DataTexture(data, WIDTH, height, RGBAFormat, HalfFloatType);
  texture.minFilter = NearestFilter;
  texture.magFilter = NearestFilter;
  texture.needsUpdate = true;
  return { texture, rows, rowCount, stride };
}

function isMoved(target: Attribute, vertex: number): boolean {
  return target.getX(vertex) !== 0 || target.getY(vertex) !== 0 || target.getZ(vertex) !== 0;
}

function write(data: Uint16Array, texel: number, target: Attribute | undefined, vertex: number): void {
  if (!target) return;
  const at = texel * CHANNELS;
  data[at] = DataUtils.toHalfFloat(target.getX(vertex));
  data[at + 1] = DataUtils.toHalfFloat(target.getY(vertex));
  data[at + 2] = DataUtils.toHalfFloat(target.getZ(vertex));
}
