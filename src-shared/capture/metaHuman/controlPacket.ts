import { MimesisError } from '../../contract/index.ts';
import { encodeUtf8 } from '../utf8.ts';

/**
 * What goes over the TCP connection to the phone (port 14785), both ways: "CPSCONTROL" and a zero, u16 version, u32 length
 * of the payload, both little-endian, then the payload, JSON in UTF-8. Source: Unreal 5.6, module CaptureProtocolStack
 * (ControlPacket.cpp and its tests, where the version is 1); not verified with a phone.
 */
const MARK = encodeUtf8('CPSCONTROL\0');
const VERSION = 1;
const VERSION_AT = MARK.length;
const LENGTH_AT = VERSION_AT + 2;
const PAYLOAD_AT = LENGTH_AT + 4;

/** Largest payload taken, in bytes. The protocol sets no limit; a list of 250 controls has some 10 kB. */
export const MAX_PAYLOAD_BYTES = 1024 * 1024;

export function encodeControlPacket(payload: Uint8Array): Uint8Array {
  const packet = new Uint8Array(PAYLOAD_AT + payload.length);
  const view = new DataView(packet.buffer);
  packet.set(MARK);
  view.setUint16(VERSION_AT, VERSION, true);
  view.setUint32(LENGTH_AT, payload.length, true);
  packet.set(payload, PAYLOAD_AT);
  return packet;
}

/**
 * Takes what arrives, in pieces of any size, and gives the payloads that are whole. One reader serves one connection; it
 * holds at most one payload that is not whole yet, of up to 1 MiB.
 * @throws MimesisError `io` where the bytes are of another protocol or version, or the payload is too long: the connection
 * is to be closed
 */
export function createControlPacketReader(): (piece: Uint8Array) => Uint8Array[] {
  let pending = new Uint8Array();
  return (piece) => {
    const bytes = new Uint8Array(pending.length + piece.length);
    bytes.set(pending);
    bytes.set(piece, pending.length);
    const payloads: Uint8Array[] = [];
    let at = 0;
    for (let end = packetEnd(bytes, at); end <= bytes.length; end = packetEnd(bytes, at)) {
      payloads.push(bytes.slice(at + PAYLOAD_AT, end));
      at = end;
    }
    pending = bytes.slice(at);
    return payloads;
  };
}

/** Where the packet that begins at `at` ends; past the bytes where that cannot be told yet. */
function packetEnd(bytes: Uint8Array, at: number): number {
  for (let i = 0; i < MARK.length && at + i < bytes.length; i++) {
    if (bytes[at + i] !== MARK[i]) throw unreadable('it is no Live Link Face in its MetaHuman mode');
  }
  if (at + PAYLOAD_AT > bytes.length) return at + PAYLOAD_AT;
  const view = new DataView(bytes.buffer);
  const version = view.getUint16(at + VERSION_AT, true);
  if (version !== VERSION) throw unreadable(`it speaks version ${version} of the protocol, not ${VERSION}`);
  const length = view.getUint32(at + LENGTH_AT, true);
  if (length > MAX_PAYLOAD_BYTES) throw unreadable(`it sends a message of ${length} bytes`);
  return at + PAYLOAD_AT + length;
}

const unreadable = (why: string): MimesisError =>
  new MimesisError('io', `What the phone sends cannot be read: ${why}.`);
