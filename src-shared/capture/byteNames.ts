/** Finds the number of the name that stands in `bytes` from `from` to before `to`; -1 for a name that is not known. */
export type ByteNames = (bytes: Uint8Array, from: number, to: number) => number;

const NONE = -1;

/** What each byte counts as: itself, or in small letters. */
const EXACT = Uint8Array.from({ length: 256 }, (_, byte) => byte);
const SMALL = EXACT.map((byte) => (byte >= 0x41 && byte <= 0x5a ? byte + 0x20 : byte));

/**
 * Knows names by their bytes, so that none has to become a string: a table of hashes, at most a quarter full.
 * @param names ASCII names and their numbers, 0 or more; of one that is there twice the first counts
 * @param options.ignoresCase whether capitals and small letters are the same
 */
export function createByteNames(
  names: Iterable<readonly [name: string, number: number]>,
  { ignoresCase = false } = {},
): ByteNames {
  const letters = ignoresCase ? SMALL : EXACT;
  const entries = Array.from(names, ([name, number]) => ({ bytes: toBytes(name, letters), number }));
  const table = new Int16Array(2 ** Math.ceil(Math.log2(4 * entries.length + 1))).fill(NONE);
  const last = table.length - 1;

  /** Where a name is in the table, or would be. */
  const placeOf = (bytes: Uint8Array, from: number, to: number): number => {
    let place = hash(bytes, from, to, letters) & last;
    for (;;) {
      const entry = entries[table[place] ?? NONE];
      if (!entry || isSame(entry.bytes, bytes, from, to, letters)) return place;
      place = (place + 1) & last;
    }
  };

  for (const [index, { bytes }] of entries.entries()) {
    const place = placeOf(bytes, 0, bytes.length);
    if (table[place] === NONE) table[place] = index;
  }
  return (bytes, from, to) => entries[table[placeOf(bytes, from, to)] ?? NONE]?.number ?? NONE;
}

function toBytes(name: string, letters: Uint8Array): Uint8Array {
  return Uint8Array.from(name, (character) => letters[character.charCodeAt(0)] ?? 0);
}

/** FNV-1a, 32 bits (http://www.isthe.com/chongo/tech/comp/fnv/). */
function hash(bytes: Uint8Array, from: number, to: number, letters: Uint8Array): number {
  let state = 0x811c9dc5;
  for (let at = from; at < to; at++) state = Math.imul(state ^ (letters[bytes[at] ?? 0] ?? 0), 0x01000193);
  return state;
}

function isSame(name: Uint8Array, bytes: Uint8Array, from: number, to: number, letters: Uint8Array): boolean {
  if (name.length !== to - from) return false;
  for (let i = 0; i < name.length; i++) if (name[i] !== letters[bytes[from + i] ?? 0]) return false;
  return true;
}
