import { decodeUtf8 } from '../utf8.ts';
import { LENGTH_BYTES, MAX_TEXT_BYTES, VERSION_BYTES } from './packetLayout.ts';

/** Who sends: the bytes that begin each of its packets, and what they say. */
export interface Sender {
  readonly header: Uint8Array;
  readonly deviceId: string;
  readonly subject: string;
}

export interface SenderCache {
  /** The sender of a packet, or undefined where its header is cut off, too long, or no UTF-8. */
  find(packet: Uint8Array, length: number): Sender | undefined;
}

/** Far more phones than a stage has; what a stranger on the network can make the cache hold stays small. */
const MAX_SENDERS = 32;

/** Knows senders again by the bytes of their header, so that no text is made for a packet of a known one. */
export function createSenderCache(): SenderCache {
  const known: Sender[] = [];
  return {
    find(packet, length) {
      for (let i = 0; i < known.length; i++) {
        const sender = known[i];
        if (sender && beginsWith(packet, length, sender.header)) return sender;
      }
      const sender = readSender(packet.subarray(0, length));
      if (!sender) return undefined;
      if (known.length === MAX_SENDERS) known.shift();
      known.push(sender);
      return sender;
    },
  };
}

function beginsWith(packet: Uint8Array, length: number, header: Uint8Array): boolean {
  if (length < header.length) return false;
  for (let i = 0; i < header.length; i++) {
    if (packet[i] !== header[i]) return false;
  }
  return true;
}

function readSender(packet: Uint8Array): Sender | undefined {
  const deviceId = readName(packet, VERSION_BYTES);
  const subject = deviceId && readName(packet, deviceId.end);
  if (!subject) return undefined;
  return { header: packet.slice(0, subject.end), deviceId: deviceId.text, subject: subject.text };
}

function readName(packet: Uint8Array, offset: number): { text: string; end: number } | undefined {
  const start = offset + LENGTH_BYTES;
  if (start > packet.length) return undefined;
  const length = new DataView(packet.buffer, packet.byteOffset).getUint32(offset);
  const end = start + length;
  if (length > MAX_TEXT_BYTES || end > packet.length) return undefined;
  const text = decodeUtf8(packet.subarray(start, end));
  return text === undefined ? undefined : { text, end };
}
