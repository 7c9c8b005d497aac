import { BufferAttribute, type BufferGeometry, type InterleavedBufferAttribute } from 'three';

/** FNV-1a, 32 bits: prime and offset basis as its authors publish them. */
const FNV_PRIME = 16_777_619;
const FNV_BASIS = 0x811c9dc5 | 0;

/** The numbers of one attribute as bits, `stride` for each vertex. */
interface Column {
  readonly attribute: BufferAttribute;
  readonly bits: Uint8Array | Uint16Array | Uint32Array;
  readonly stride: number;
}

/**
 * Joins vertices that are alike in every attribute and every morph target. FBXLoader gives each corner of each triangle
 * a vertex of its own. Vertices that only lie at the same place, as the two lips do, stay apart: they move apart.
 */
export function weld(geometry: BufferGeometry): void {
  if (geometry.index) return;
  const columns = Object.values(geometry.attributes).map(columnOf);
  const morphs = (geometry.morphAttributes.position ?? []).map(columnOf);
  const { index, kept } = joinAlike([...columns, ...morphs], geometry.getAttribute('position').count);
  for (const [name, attribute] of Object.entries(geometry.attributes)) {
    geometry.setAttribute(name, pick(columnOf(attribute), kept));
  }
  if (morphs.length > 0) geometry.morphAttributes.position = morphs.map((column) => pick(column, kept));
  geometry.setIndex(new BufferAttribute(index, 1));
}

/** Per vertex the place of the first one like it among those that are kept. */
function joinAlike(columns: readonly Column[], count: number): { index: Uint32Array; kept: Uint32Array } {
  const index = new Uint32Array(count);
  const kept = new Uint32Array(count);
  let found = 0;
  // Open addressing, at most half full; 0 is an empty place.
  const mask = 2 ** Math.ceil(Math.log2(Math.max(count, 1) * 2)) - 1;
  const table = new Uint32Array(mask + 1);
  for (let vertex = 0; vertex < count; vertex++) {
    let place = hash(columns, vertex) & mask;
    let known = table[place] ?? 0;
    while (known !== 0 && !areAlike(columns, vertex, kept[known - 1] ?? 0)) {
      place = (place + 1) & mask;
      known = table[place] ?? 0;
    }
    if (known === 0) {
      kept[found] = vertex;
      found += 1;
      table[place] = found;
      known = found;
    }
    index[vertex] = known - 1;
  }
  return { index, kept: kept.subarray(0, found) };
}

function hash(columns: readonly Column[], vertex: number): number {
  let value = FNV_BASIS;
  for (const { bits, stride } of columns) {
    const end = (vertex + 1) * stride;
    for (let i = vertex * stride; i < end; i++) value = Math.imul(value ^ (bits[i] ?? 0), FNV_PRIME);
  }
  // The low bits of floats vary little: the high ones must count as well.
  return value ^ (value >>> 15);
}

function areAlike(columns: readonly Column[], a: number, b: number): boolean {
  for (const { bits, stride } of columns) {
    for (let i = 0; i < stride; i++) if (bits[a * stride + i] !== bits[b * stride + i]) return false;
  }
  return true;
}

function columnOf(attribute: BufferAttribute | InterleavedBufferAttribute): Column {
  if (!(attribute instanceof BufferAttribute)) throw new Error('FBXLoader interleaves no attribute');
  return { attribute, bits: bitsOf(attribute), stride: attribute.itemSize };
}

function bitsOf({ array }: BufferAttribute): Column['bits'] {
  const { buffer, byteOffset, length, BYTES_PER_ELEMENT: width } = array;
  if (width === 1) return new Uint8Array(buffer, byteOffset, length);
  if (width === 2) return new Uint16Array(buffer, byteOffset, length);
  return new Uint32Array(buffer, byteOffset, length);
}

function pick({ attribute, stride }: Column, kept: Uint32Array): BufferAttribute {
  const picked = new BufferAttribute(
    attribute.array.slice(0, kept.length * stride),
    stride,
    attribute.normalized,
  );
  picked.name = attribute.name;
  for (let i = 0; i < kept.length; i++) {
    const from = (kept[i] ?? 0) * stride;
    for (let part = 0; part < stride; part++)
      picked.array[i * stride + part] = attribute.array[from + part] ?? 0;
  }
  return picked;
}
