import { crc32 } from 'node:zlib';

export interface ZipEntry {
  /** ASCII name. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Where each entry's data start, in bytes: MediaPipe maps models in place and TFLite wants them aligned. */
const ALIGNMENT = 64;
/** Header ID of the extra field that Android's zipalign uses for padding; its content is the alignment and zeros. */
const ALIGNMENT_EXTRA_ID = 0xd935;
const ALIGNMENT_EXTRA_BYTES = 6;
/** 1980-01-01 00:00, the earliest MS-DOS date: a fixed time keeps the same entries giving the same bytes. */
const DOS_DATE = 0x21;
const VERSION_NEEDED = 20;
const LOCAL_HEADER_BYTES = 30;

/** A zip archive (PKWARE APPNOTE 6.3.10, no zip64: below 4 GiB) of uncompressed entries whose data are 64-byte aligned. */
export function storedZip(entries: readonly ZipEntry[]): Uint8Array {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const entry of entries) {
    const header = localHeader(entry, offset);
    directory.push(directoryEntry(entry, offset));
    parts.push(header, entry.bytes);
    offset += header.length + entry.bytes.length;
  }
  const directoryBytes = Buffer.concat(directory);
  return Buffer.concat([...parts, directoryBytes, endRecord(entries.length, directoryBytes.length, offset)]);
}

function localHeader(entry: ZipEntry, offset: number): Uint8Array {
  const name = Buffer.from(entry.name, 'ascii');
  const smallest = offset + LOCAL_HEADER_BYTES + name.length + ALIGNMENT_EXTRA_BYTES;
  const padding = Math.ceil(smallest / ALIGNMENT) * ALIGNMENT - smallest;
  const header = Buffer.alloc(LOCAL_HEADER_BYTES + name.length + ALIGNMENT_EXTRA_BYTES + padding);
  header.writeUInt32LE(0x04034b50, 0);
  writeEntryFields(header, 4, entry, ALIGNMENT_EXTRA_BYTES + padding);
  name.copy(header, LOCAL_HEADER_BYTES);
  const extra = LOCAL_HEADER_BYTES + name.length;
  header.writeUInt16LE(ALIGNMENT_EXTRA_ID, extra);
  header.writeUInt16LE(2 + padding, extra + 2);
  header.writeUInt16LE(ALIGNMENT, extra + 4);
  return header;
}

function directoryEntry(entry: ZipEntry, offset: number): Uint8Array {
  const name = Buffer.from(entry.name, 'ascii');
  const record = Buffer.alloc(46 + name.length);
  record.writeUInt32LE(0x02014b50, 0);
  record.writeUInt16LE(VERSION_NEEDED, 4);
  writeEntryFields(record, 6, entry, 0);
  record.writeUInt32LE(offset, 42);
  name.copy(record, 46);
  return record;
}

/** The 26 bytes that a local header and a directory entry have in common, from "version needed" on. */
function writeEntryFields(
  record: Buffer,
  start: number,
  { name, bytes }: ZipEntry,
  extraBytes: number,
): void {
  record.writeUInt16LE(VERSION_NEEDED, start);
  record.writeUInt16LE(DOS_DATE, start + 8);
  record.writeUInt32LE(crc32(bytes), start + 10);
  record.writeUInt32LE(bytes.length, start + 14);
  record.writeUInt32LE(bytes.length, start + 18);
  record.writeUInt16LE(name.length, start + 22);
  record.writeUInt16LE(extraBytes, start + 24);
}

function endRecord(entryCount: number, directoryBytes: number, directoryOffset: number): Uint8Array {
  const record = Buffer.alloc(22);
  record.writeUInt32LE(0x06054b50, 0);
  record.writeUInt16LE(entryCount, 8);
  record.writeUInt16LE(entryCount, 10);
  record.writeUInt32LE(directoryBytes, 12);
  record.writeUInt32LE(directoryOffset, 16);
  return record;
}
