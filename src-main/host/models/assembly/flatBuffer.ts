/**
 * A small FlatBuffers writer and table reader (format: flatbuffers.dev, "FlatBuffers internals"). Parents are written
 * before their children, because FlatBuffers offsets only point forward.
 */

/** A value of a table field: a scalar of at most 4 bytes, or something an offset points at. */
export type FlatValue = number | FlatNode;

export type FlatNode =
  | { readonly kind: 'table'; readonly fields: readonly (FlatValue | undefined)[] }
  | { readonly kind: 'nodes'; readonly items: readonly FlatNode[] }
  | { readonly kind: 'floats'; readonly values: readonly number[] }
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'text'; readonly text: string }
  /** What lies at `position` of the tail: bytes that are already a FlatBuffer and are appended as they are. */
  | { readonly kind: 'tail'; readonly position: number };

/** Alignment of the appended tail, in bytes: a multiple of every alignment that may be asked for inside it. */
const TAIL_ALIGNMENT = 64;

/** Encodes `root` with a 4-character file identifier, followed by `tail`, which keeps its bytes. */
export function encodeFlatBuffer(
  root: FlatNode,
  identifier: string,
  tail: Uint8Array = new Uint8Array(),
): Uint8Array {
  const writer = new FlatWriter();
  const rootSlot = writer.u32(0);
  for (const character of identifier) writer.u8(character.charCodeAt(0));
  writer.point(rootSlot, root);
  return writer.finish(tail);
}

/**
 * Positions of a table's fields in the buffer, in order of their numbers; undefined where a field is absent.
 * Throws `RangeError` when there is no table at that position.
 */
export function readTable(view: DataView, table: number): (number | undefined)[] {
  const vtable = table - view.getInt32(table, true);
  const vtableBytes = view.getUint16(vtable, true);
  if (vtableBytes < 4) throw new RangeError('the table has no vtable');
  return Array.from({ length: Math.floor((vtableBytes - 4) / 2) }, (_, index) => {
    const offset = view.getUint16(vtable + 4 + 2 * index, true);
    return offset === 0 ? undefined : table + offset;
  });
}

/** Where the offset stored at `slot` points. */
export function followOffset(view: DataView, slot: number): number {
  return slot + view.getUint32(slot, true);
}

class FlatWriter {
  readonly #bytes: number[] = [];
  readonly #tailSlots: { readonly slot: number; readonly position: number }[] = [];

  u8(value: number): void {
    this.#bytes.push(value & 0xff);
  }

  u16(value: number): void {
    this.u8(value);
    this.u8(value >> 8);
  }

  /** Writes a 32-bit number and returns its position. */
  u32(value: number): number {
    const position = this.#bytes.length;
    this.u16(value & 0xffff);
    this.u16(value >>> 16);
    return position;
  }

  /** Writes `node` and makes the 32-bit number at `slot` the offset to it. */
  point(slot: number, node: FlatNode): void {
    if (node.kind === 'tail') this.#tailSlots.push({ slot, position: node.position });
    else this.#patch(slot, this.#place(node) - slot);
  }

  finish(tail: Uint8Array): Uint8Array {
    if (tail.length > 0) this.#align(TAIL_ALIGNMENT);
    const tailStart = this.#bytes.length;
    for (const { slot, position } of this.#tailSlots) this.#patch(slot, tailStart + position - slot);
    const result = new Uint8Array(tailStart + tail.length);
    result.set(this.#bytes);
    result.set(tail, tailStart);
    return result;
  }

  #place(node: Exclude<FlatNode, { kind: 'tail' }>): number {
    switch (node.kind) {
      case 'table':
        return this.#table(node.fields);
      case 'nodes': {
        this.#align(4);
        const start = this.u32(node.items.length);
        const slots = node.items.map((item) => ({ item, slot: this.u32(0) }));
        for (const { item, slot } of slots) this.point(slot, item);
        return start;
      }
      case 'floats': {
        this.#align(4);
        const start = this.u32(node.values.length);
        for (const bits of new Uint32Array(Float32Array.from(node.values).buffer)) this.u32(bits);
        return start;
      }
      case 'bytes': {
        // TFLite's schema asks for 16-byte aligned buffer data (force_align: 16), which follow a 4-byte length.
        this.#align(16, 4);
        const start = this.u32(node.bytes.length);
        for (const byte of node.bytes) this.u8(byte);
        return start;
      }
      case 'text': {
        this.#align(4);
        const encoded = new TextEncoder().encode(node.text);
        const start = this.u32(encoded.length);
        for (const byte of encoded) this.u8(byte);
        this.u8(0);
        return start;
      }
    }
  }

  #table(fields: readonly (FlatValue | undefined)[]): number {
    this.#align(4);
    const vtable = this.#bytes.length;
    const present = fields.filter((field) => field !== undefined).length;
    this.u16(4 + 2 * fields.length);
    this.u16(4 + 4 * present);
    let next = 4;
    for (const field of fields) {
      this.u16(field === undefined ? 0 : next);
      if (field !== undefined) next += 4;
    }
    this.#align(4);
    const table = this.#bytes.length;
    this.u32(table - vtable);
    const children: { node: FlatNode; slot: number }[] = [];
    for (const field of fields) {
      // Every field takes 4 bytes: a narrower little-endian scalar then reads the same from its first bytes.
      if (typeof field === 'number') this.u32(field);
      else if (field !== undefined) children.push({ node: field, slot: this.u32(0) });
    }
    for (const { node, slot } of children) this.point(slot, node);
    return table;
  }

  #align(alignment: number, before = 0): void {
    while ((this.#bytes.length + before) % alignment !== 0) this.#bytes.push(0);
  }

  #patch(slot: number, value: number): void {
    for (let index = 0; index < 4; index += 1) this.#bytes[slot + index] = (value >>> (8 * index)) & 0xff;
  }
}
