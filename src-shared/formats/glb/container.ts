import { MimesisError } from '../../contract/index.ts';

/**
 * Layout of a GLB file: glTF 2.0 specification, section 4.4 "GLB File Format Specification". Numbers are little-endian:
 * magic, version, length of the file; then chunks of length, type and bytes, the first of which is the JSON.
 */
const MAGIC = 0x46546c67;
const JSON_CHUNK = 0x4e4f534a;
const BINARY_CHUNK = 0x004e4942;
const FILE_HEADER_BYTES = 12;

/** Length and type, before the bytes of every chunk. */
export const CHUNK_HEADER_BYTES = 8;

/** Bytes at the start of a GLB that tell how long the file and its JSON are. */
export const GLB_HEAD_BYTES = FILE_HEADER_BYTES + CHUNK_HEADER_BYTES;

/**
 * Longest JSON that is read: four times that of an avatar with 200 morph targets, with normals, on each of ten meshes.
 * Whoever reads it does nothing else meanwhile.
 */
const MAX_JSON_BYTES = 4 * 1024 * 1024;

export interface GlbHead {
  /** Length that the file says it has. */
  readonly fileBytes: number;
  /** Length of the JSON, which begins at `GLB_HEAD_BYTES`. */
  readonly jsonBytes: number;
}

/**
 * Reads the first `GLB_HEAD_BYTES` bytes of a GLB.
 *
 * @throws `invalid_avatar` for what is no GLB 2.0, and for lengths that contradict each other or exceed what is read
 */
export function readGlbHead(bytes: Uint8Array): GlbHead {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.byteLength < 4 || view.getUint32(0, true) !== MAGIC) {
    throw refusal('The file is no GLB.', 'Export the avatar as binary glTF (.glb), or bring its FBX file.');
  }
  if (view.byteLength < GLB_HEAD_BYTES) throw truncated();
  const version = view.getUint32(4, true);
  if (version !== 2) {
    throw refusal(`The file is glTF version ${version}; version 2 is read.`, 'Export it as glTF 2.0.');
  }
  const fileBytes = view.getUint32(8, true);
  const jsonBytes = view.getUint32(FILE_HEADER_BYTES, true);
  if (view.getUint32(FILE_HEADER_BYTES + 4, true) !== JSON_CHUNK)
    throw damaged('it does not begin with JSON');
  if (GLB_HEAD_BYTES + jsonBytes > fileBytes) throw damaged('its lengths contradict each other');
  if (jsonBytes > MAX_JSON_BYTES) {
    throw refusal(
      `The description in the file is ${Math.round(jsonBytes / 2 ** 20)} MB long; ${MAX_JSON_BYTES / 2 ** 20} MB are read.`,
      'Export geometry and textures into the binary part of the GLB.',
    );
  }
  return { fileBytes, jsonBytes };
}

/**
 * How many bytes of geometry and pictures a GLB carries; 0 where it ends with its JSON.
 *
 * @param header the `CHUNK_HEADER_BYTES` after the JSON, or what the file has of them
 * @throws `invalid_avatar` for a chunk that is longer than the file
 */
export function readBinaryBytes(header: Uint8Array, { fileBytes, jsonBytes }: GlbHead): number {
  if (header.byteLength < CHUNK_HEADER_BYTES) return 0;
  const view = new DataView(header.buffer, header.byteOffset, header.byteLength);
  if (view.getUint32(4, true) !== BINARY_CHUNK) return 0;
  const bytes = view.getUint32(0, true);
  if (GLB_HEAD_BYTES + jsonBytes + CHUNK_HEADER_BYTES + bytes > fileBytes) {
    throw damaged('its lengths contradict each other');
  }
  return bytes;
}

/** The error for a file whose end is missing. */
export function truncated(): MimesisError {
  return refusal('The file is cut off.', 'Copy or export it again.');
}

/** The error for a GLB that contradicts itself; `what` completes "The GLB is damaged: …". */
export function damaged(what: string, cause?: unknown): MimesisError {
  return refusal(`The GLB is damaged: ${what}.`, 'Export the avatar again.', cause);
}

function refusal(message: string, remedy: string, cause?: unknown): MimesisError {
  return new MimesisError('invalid_avatar', message, { remedy, cause });
}
