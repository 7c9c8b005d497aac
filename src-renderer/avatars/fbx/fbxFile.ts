import { MimesisError } from '#shared/contract/index.ts';

/**
 * Layout of a binary FBX, as Autodesk's SDK writes it: a signature of 23 bytes, the version as a 32-bit number, then
 * records that each begin with the offset of their end, and a record of zeros after the last one. Numbers are
 * little-endian; from version 7500 on offsets are 64 bits long.
 */
const SIGNATURE = 'Kaydara FBX Binary  \0';
const VERSION_OFFSET = 23;
const FIRST_RECORD = 27;
const WIDE_OFFSETS_FROM = 7500;
const OLDEST_VERSION = 7000;

/**
 * Looks whether a file is a binary FBX and whole. Only the outermost records are looked at.
 *
 * @throws `invalid_avatar` for anything else
 */
export function requireWholeFbx(bytes: ArrayBuffer): void {
  const start = String.fromCharCode(
    ...new Uint8Array(bytes, 0, Math.min(SIGNATURE.length, bytes.byteLength)),
  );
  if (/^\s*;\s*FBX/.test(start)) {
    throw refusal('The FBX is of the text form.', 'Export it as binary FBX, as Character Creator does.');
  }
  if (start !== SIGNATURE) {
    throw refusal('The file is no FBX.', 'Choose the FBX or GLB file of an avatar.');
  }
  if (bytes.byteLength <= FIRST_RECORD) throw truncated();
  const view = new DataView(bytes);
  const version = view.getUint32(VERSION_OFFSET, true);
  if (version < OLDEST_VERSION) {
    throw refusal(`The FBX is of version ${version / 1000}.`, 'Export it as FBX 2011 (7.1) or newer.');
  }
  requireAllRecords(view, version >= WIDE_OFFSETS_FROM);
}

function requireAllRecords(view: DataView, isWide: boolean): void {
  const offsetBytes = isWide ? 8 : 4;
  let offset = FIRST_RECORD;
  for (;;) {
    if (offset + offsetBytes > view.byteLength) throw truncated();
    const end = isWide ? Number(view.getBigUint64(offset, true)) : view.getUint32(offset, true);
    if (end === 0) return;
    if (end <= offset || end > view.byteLength) throw truncated();
    offset = end;
  }
}

function truncated(): MimesisError {
  return refusal('The FBX is cut off or damaged.', 'Copy or export it again.');
}

function refusal(message: string, remedy: string): MimesisError {
  return new MimesisError('invalid_avatar', message, { remedy });
}
