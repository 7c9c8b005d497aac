import { describe, expect, it } from 'vitest';
import { encodeFlatBuffer, type FlatNode, followOffset, readTable } from './flatBuffer.ts';

function view(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function slotOf(bytes: Uint8Array, table: number, field: number): number {
  const slot = readTable(view(bytes), table)[field];
  if (slot === undefined) throw new Error(`field ${field} is absent`);
  return slot;
}

describe('a FlatBuffer', () => {
  it('carries its identifier after the root offset', () => {
    const bytes = encodeFlatBuffer({ kind: 'table', fields: [] }, 'TEST');
    expect(String.fromCharCode(...bytes.subarray(4, 8))).toBe('TEST');
  });

  it('gives back scalars, text and floats by field number, and leaves absent fields absent', () => {
    const bytes = encodeFlatBuffer(
      {
        kind: 'table',
        fields: [7, undefined, { kind: 'text', text: 'æøå' }, { kind: 'floats', values: [0.5, -2] }],
      },
      'TEST',
    );
    const data = view(bytes);
    const root = followOffset(data, 0);
    expect(readTable(data, root)[1]).toBeUndefined();
    expect(data.getUint32(slotOf(bytes, root, 0), true)).toBe(7);
    const text = followOffset(data, slotOf(bytes, root, 2));
    const length = data.getUint32(text, true);
    expect(new TextDecoder().decode(bytes.subarray(text + 4, text + 4 + length))).toBe('æøå');
    expect(bytes[text + 4 + length]).toBe(0);
    const floats = followOffset(data, slotOf(bytes, root, 3));
    expect([data.getFloat32(floats + 4, true), data.getFloat32(floats + 8, true)]).toEqual([0.5, -2]);
  });

  it('aligns byte data to 16 bytes', () => {
    const blob: FlatNode = { kind: 'bytes', bytes: Uint8Array.of(9, 9, 9) };
    const bytes = encodeFlatBuffer(
      { kind: 'table', fields: [1, blob, { kind: 'table', fields: [blob] }] },
      'TEST',
    );
    const root = followOffset(view(bytes), 0);
    const inner = followOffset(view(bytes), slotOf(bytes, root, 2));
    for (const slot of [slotOf(bytes, root, 1), slotOf(bytes, inner, 0)]) {
      expect((followOffset(view(bytes), slot) + 4) % 16).toBe(0);
    }
  });

  it('appends a tail unchanged, aligned to 64 bytes, and points into it', () => {
    const tail = Uint8Array.from({ length: 100 }, (_, index) => index);
    const fields: FlatNode[] = [{ kind: 'tail', position: 42 }];
    const bytes = encodeFlatBuffer({ kind: 'table', fields }, 'TEST', tail);
    const start = bytes.length - tail.length;
    expect(start % 64).toBe(0);
    expect(bytes.subarray(start)).toEqual(tail);
    const root = followOffset(view(bytes), 0);
    expect(followOffset(view(bytes), slotOf(bytes, root, 0))).toBe(start + 42);
  });
});
