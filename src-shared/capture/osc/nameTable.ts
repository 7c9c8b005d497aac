/** Finds names by their bytes, so that no text is made of them. */
export interface NameTable {
  /** Position in the list of the name that `bytes` hold from `start` up to `end`; -1 where it is not in the list. */
  find(bytes: Uint8Array, start: number, end: number): number;
}

const NONE = -1;

/**
 * A table of ASCII names, in which capitals and small letters are the same. A name that is in the list twice is found
 * at its first place.
 */
export function createNameTable(names: readonly string[]): NameTable {
  const keys = names.map((name) => Uint8Array.from(name, (letter) => lowerCase(letter.charCodeAt(0))));
  const slots = new Int16Array(2 ** Math.ceil(Math.log2(2 * names.length + 1))).fill(NONE);
  const lastSlot = slots.length - 1;

  /** The slot of a name, or the empty one where it would be. */
  const slotOf = (bytes: Uint8Array, start: number, end: number): number => {
    let slot = hashOf(bytes, start, end) & lastSlot;
    for (;;) {
      const key = keys[slots[slot] ?? NONE];
      if (!key || isKey(key, bytes, start, end)) return slot;
      slot = (slot + 1) & lastSlot;
    }
  };

  for (const [index, key] of keys.entries()) {
    const slot = slotOf(key, 0, key.length);
    if (slots[slot] === NONE) slots[slot] = index;
  }
  return { find: (bytes, start, end) => slots[slotOf(bytes, start, end)] ?? NONE };
}

/** FNV-1a with 32 bits (Fowler, Noll and Vo), of the bytes in small letters. */
function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ lowerCase(bytes[at] ?? 0), 0x01000193);
  return hash >>> 0;
}

function isKey(key: Uint8Array, bytes: Uint8Array, start: number, end: number): boolean {
  if (key.length !== end - start) return false;
  for (let i = 0; i < key.length; i++) if (key[i] !== lowerCase(bytes[start + i] ?? 0)) return false;
  return true;
}

function lowerCase(byte: number): number {
  const isCapital = byte >= 0x41 && byte <= 0x5a;
  return isCapital ? byte + 0x20 : byte;
}
