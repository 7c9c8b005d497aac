/** The encodings a manifest may be written in. */
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** The part of the WHATWG Encoding Standard's decoder used here; every process has it, the ES library does not declare it. */
declare const TextDecoder: new (
  label: TextEncoding,
  options?: { fatal: boolean },
) => { decode(bytes: Uint8Array): string };

/** Bytes looked at when UTF-16 has to be recognised without a byte order mark: enough for any header line. */
const SAMPLE_BYTES = 1024;

/**
 * Text of a file in UTF-8, UTF-16 (either byte order) or Windows-1252, without its byte order mark.
 *
 * UTF-16 is recognised by its mark or, without one, by NULs on one side of the byte pairs. What is neither
 * UTF-16 nor valid UTF-8 is taken as Windows-1252. Never throws: any bytes are valid Windows-1252.
 */
export function decodeText(bytes: Uint8Array): { text: string; encoding: TextEncoding } {
  const utf16 = utf16Mark(bytes) ?? utf16Pattern(bytes.subarray(0, SAMPLE_BYTES));
  if (utf16 !== undefined) return { text: new TextDecoder(utf16).decode(bytes), encoding: utf16 };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'windows-1252' };
  }
}

function utf16Mark(bytes: Uint8Array): TextEncoding | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}

/** Latin text in UTF-16 has a NUL in nearly every pair, always on the same side; other text has none at all. */
function utf16Pattern(sample: Uint8Array): TextEncoding | undefined {
  const nuls = { first: 0, second: 0 };
  sample.forEach((byte, index) => {
    if (byte === 0) nuls[index % 2 === 0 ? 'first' : 'second'] += 1;
  });
  const enough = sample.length / 8;
  if (nuls.second > enough && nuls.second > 3 * nuls.first) return 'utf-16le';
  if (nuls.first > enough && nuls.first > 3 * nuls.second) return 'utf-16be';
  return undefined;
}
