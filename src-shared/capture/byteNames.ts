/** Finds the number of the name that stands in `bytes` from `from` to before `to`; -1 for a name that is not known. */
export type ByteNames = (bytes: Uint8Array, from: number, to: number) => number;

/**
 * Knows names by their bytes, so that none has to become a string: a table of hashes, at most a quarter full.
 * @param names ASCII names and their numbers, 0 or more
 */
export function createByteNames(names: ReadonlyMap<string, number>): ByteNames {
  const entries = [...names].map(([name, number]) => ({ bytes: toBytes(name), number }));
  const size = 2 ** Math.ceil(Math.log2(4 * entries.length));
  const table = new Int16Array(size).fill(-1);
  for (const [index, { bytes }] of entries.entries()) {
    let place = hash(bytes, 0, bytes.length) & (size - 1);
    while (table[place] !== -1) place = (place + 1) & (size - 1);
    table[place] = index;
  }
  return (bytes, from, to) => {
    let place = hash(bytes, from, to) & (size - 1);
    for (;;) {
      const entry = entries[table[place] ?? -1];
      if (!entry) return -1;
      if (isSame(entry.bytes, bytes, from, to)) return entry.number;
      place = (place + 1) & (size - 1);
    }
  };
}

function toBytes(name: string): Uint8Array {
  return Uint8Array.from(name, (character) => character.charCodeAt(0));
}

/** FNV-1a, 32 bits (http://www.isthe.com/chongo/tech/comp/fnv/). */
function hash(bytes: Uint8Array, from: number, to: number): number {
  let state = 0x811c9dc5;
  for (let at = from; at < to; at++) state = Math.imul(state ^ (bytes[at] ?? 0), 0x01000193);
  return state;
}

function isSame(name: Uint8Array, bytes: Uint8Array, from: number, to: number): boolean {
  if (name.length !== to - from) return false;
  for (let i = 0; i < name.length; i++) if (name[i] !== bytes[from + i]) return false;
  return true;
}
