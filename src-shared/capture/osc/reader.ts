import { BUNDLE_HEADER_BYTES, BUNDLE_TAG, LENGTH_BYTES, MAX_PACKET_BYTES } from './layout.ts';
import { OscMessage } from './message.ts';

/** `foreign`: no OSC at all. `malformed`: begins like OSC, and is cut off, damaged or nested too deep. */
export type OscOutcome = 'read' | 'foreign' | 'malformed';

export interface OscReader {
  /**
   * Shows each message of a packet, in order, also those of bundles in bundles. The message is the reader's own and
   * changes with the next one. Of a malformed packet the messages before the damage have been shown.
   */
  read(packet: Uint8Array, visit: (message: OscMessage) => void): OscOutcome;
}

/** Bundles in bundles: real senders nest twice. */
const MAX_DEPTH = 8;
const SLASH = '/'.charCodeAt(0);
const HASH = '#'.charCodeAt(0);

/** A reader of OSC packets up to 65 507 bytes. It never throws, and allocates nothing for a packet. */
export function createOscReader(): OscReader {
  const bytes = new Uint8Array(MAX_PACKET_BYTES);
  const view = new DataView(bytes.buffer);
  const message = new OscMessage(bytes);

  const readElement = (
    start: number,
    end: number,
    depth: number,
    visit: (message: OscMessage) => void,
  ): boolean => {
    if (bytes[start] === HASH) return readBundle(start, end, depth, visit);
    if (!message.read(start, end)) return false;
    visit(message);
    return true;
  };

  const readBundle = (
    start: number,
    end: number,
    depth: number,
    visit: (message: OscMessage) => void,
  ): boolean => {
    if (depth > MAX_DEPTH || end - start < BUNDLE_HEADER_BYTES || !isBundle(bytes, start)) return false;
    let at = start + BUNDLE_HEADER_BYTES;
    while (at < end) {
      // Packets and elements are multiples of 4 bytes: a length is there whole.
      const length = view.getInt32(at);
      at += LENGTH_BYTES;
      if (length <= 0 || length % 4 !== 0 || length > end - at) return false;
      if (!readElement(at, at + length, depth + 1, visit)) return false;
      at += length;
    }
    return true;
  };

  return {
    read(packet, visit) {
      if (packet[0] !== SLASH && packet[0] !== HASH) return 'foreign';
      if (packet.length > MAX_PACKET_BYTES || packet.length % 4 !== 0) return 'malformed';
      bytes.set(packet);
      return readElement(0, packet.length, 1, visit) ? 'read' : 'malformed';
    },
  };
}

function isBundle(bytes: Uint8Array, start: number): boolean {
  for (let i = 0; i < BUNDLE_TAG.length; i++) if (bytes[start + i] !== BUNDLE_TAG.charCodeAt(i)) return false;
  return bytes[start + BUNDLE_TAG.length] === 0;
}
