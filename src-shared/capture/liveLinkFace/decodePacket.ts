import type { CaptureFrame } from '../captureFrame.ts';
import type { PacketDecoder } from '../packetDecoder.ts';
import { timeLayoutOf } from './frameTime.ts';
import { channelNamed, LIVE_LINK_FACE_NAMES } from './names.ts';
import { MAX_PACKET_BYTES, VALUE_BYTES, VALUE_COUNT, VALUES_BYTES } from './packetLayout.ts';
import { createSenderCache, type Sender } from './senderCache.ts';

const channels = LIVE_LINK_FACE_NAMES.map((name) => channelNamed(name) ?? -1);

/**
 * A reader of Live Link Face packets, versions 5 and 6. It never throws, never lets through a value that is not finite,
 * and allocates nothing for a sender that it has met before.
 */
export function createLiveLinkFaceDecoder(): PacketDecoder {
  const copy = new Uint8Array(MAX_PACKET_BYTES);
  const view = new DataView(copy.buffer);
  const senders = createSenderCache();

  return (packet, frame) => {
    const time = timeLayoutOf(packet[0]);
    if (!time) return 'foreign';
    if (packet.length > MAX_PACKET_BYTES) return 'malformed';
    copy.set(packet);
    const sender = senders.find(copy, packet.length);
    if (!sender) return 'malformed';
    const timeAt = sender.header.length;
    const valuesAt = timeAt + time.bytes;
    // PyLiveLinkFace's own test: the time of a frame alone is no face either.
    if (packet.length <= valuesAt) {
      setSender(frame, sender, false);
      return 'alive';
    }
    const isWhole = packet.length === valuesAt + VALUES_BYTES;
    if (!isWhole || !time.isTime(view, timeAt) || !areValues(view, valuesAt)) return 'malformed';
    setSender(frame, sender, true);
    frame.isTimed = true;
    time.read(view, timeAt, frame);
    readValues(view, valuesAt, frame);
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

/** Whether there are as many values as there should be, all finite. */
function areValues(view: DataView, offset: number): boolean {
  if (view.getUint8(offset) !== VALUE_COUNT) return false;
  for (let index = 0; index < VALUE_COUNT; index++) {
    if (!Number.isFinite(view.getFloat32(offset + 1 + index * VALUE_BYTES))) return false;
  }
  return true;
}

function readValues(view: DataView, offset: number, frame: CaptureFrame): void {
  for (let index = 0; index < VALUE_COUNT; index++) {
    frame.channels[channels[index] ?? -1] = view.getFloat32(offset + 1 + index * VALUE_BYTES);
  }
}
