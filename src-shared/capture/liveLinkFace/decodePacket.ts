import type { CaptureFrame } from '../captureFrame.ts';
import type { PacketDecoder } from '../packetDecoder.ts';
import { channelNamed, LIVE_LINK_FACE_NAMES } from './names.ts';
import {
  FACE_BYTES,
  FRAME_TIME_BYTES,
  MAX_PACKET_BYTES,
  PACKET_VERSION,
  VALUE_BYTES,
  VALUE_COUNT,
} from './packetLayout.ts';
import { createSenderCache, type Sender } from './senderCache.ts';

const channels = LIVE_LINK_FACE_NAMES.map((name) => channelNamed(name) ?? -1);

/**
 * A reader of Live Link Face packets (version 6). It never throws, never lets through a value that is not finite, and
 * allocates nothing for a sender that it has met before.
 */
export function createLiveLinkFaceDecoder(): PacketDecoder {
  const copy = new Uint8Array(MAX_PACKET_BYTES);
  const view = new DataView(copy.buffer);
  const senders = createSenderCache();

  return (packet, frame) => {
    if (packet[0] !== PACKET_VERSION) return 'foreign';
    if (packet.length > MAX_PACKET_BYTES) return 'malformed';
    copy.set(packet);
    const sender = senders.find(copy, packet.length);
    if (!sender) return 'malformed';
    const faceAt = sender.header.length;
    const faceBytes = packet.length - faceAt;
    // PyLiveLinkFace's own test: the time of a frame alone is no face either.
    if (faceBytes <= FRAME_TIME_BYTES) {
      setSender(frame, sender, false);
      return 'alive';
    }
    if (faceBytes !== FACE_BYTES || !isFace(view, faceAt)) return 'malformed';
    setSender(frame, sender, true);
    readFace(view, faceAt, frame);
    return 'frame';
  };
}

function setSender(frame: CaptureFrame, { deviceId, subject }: Sender, faceFound: boolean): void {
  frame.deviceId = deviceId;
  frame.subject = subject;
  frame.faceFound = faceFound;
  frame.bodyFound = false;
  frame.hasHeadPosition = false;
}

/** Whether time and values are such as a phone can mean. */
function isFace(view: DataView, offset: number): boolean {
  const subFrame = view.getFloat32(offset + 4);
  const hasTime =
    subFrame >= 0 && subFrame <= 1 && view.getInt32(offset + 8) > 0 && view.getInt32(offset + 12) > 0;
  if (!hasTime || view.getUint8(offset + 16) !== VALUE_COUNT) return false;
  for (let index = 0; index < VALUE_COUNT; index++) {
    if (!Number.isFinite(view.getFloat32(offset + 17 + index * VALUE_BYTES))) return false;
  }
  return true;
}

function readFace(view: DataView, offset: number, frame: CaptureFrame): void {
  const frames = view.getInt32(offset) + view.getFloat32(offset + 4);
  frame.isTimed = true;
  frame.frameRate = view.getInt32(offset + 8) / view.getInt32(offset + 12);
  frame.timeSeconds = (frames * view.getInt32(offset + 12)) / view.getInt32(offset + 8);
  for (let index = 0; index < VALUE_COUNT; index++) {
    frame.channels[channels[index] ?? -1] = view.getFloat32(offset + 17 + index * VALUE_BYTES);
  }
}
