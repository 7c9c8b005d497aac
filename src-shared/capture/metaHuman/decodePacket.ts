import type { CaptureFrame } from '../captureFrame.ts';
import type { PacketDecoder } from '../packetDecoder.ts';
import { encodeUtf8 } from '../utf8.ts';
import { type ControlTargets, controlTargetsOf } from './controlTargets.ts';
import { phoneAnglesOfHeadBone } from './headPose.ts';
import type { MetaHumanSubject } from './subject.ts';

/**
 * A packet of Live Link Face in its MetaHuman mode, little-endian: u16 version, u16 length and bytes of the subject's id;
 * i32 frame number, f32 sub-frame, i32 / i32 frame rate; u16 count of values, u16 values (65535 is 1); f32 roll, pitch,
 * yaw, x, y, z of the head. Source: Unreal 5.6, LiveLinkFacePacket.cpp; not verified on the wire.
 */
const ID_LENGTH_AT = 2;
const ID_AT = 4;
const TIME_BYTES = 16;
const COUNT_BYTES = 2;
const VALUE_BYTES = 2;
const FULL_VALUE = 0xffff;
const HEAD_NUMBERS = 6;

interface KnownSubject extends ControlTargets {
  readonly id: string;
  readonly idBytes: Uint8Array;
  readonly name: string;
  readonly timeAt: number;
  readonly valuesAt: number;
  readonly headAt: number;
  readonly packetBytes: number;
}

/**
 * EXPERIMENTAL. A reader of MetaHuman packets. It never throws, never lets through a number that is not finite, and
 * allocates nothing per packet. Packets of other subjects are `foreign`; where the count of values is not that of the
 * subject's controls the packet is `malformed`, and the subjects are to be asked for anew, as Unreal does. The packet's
 * version is not looked at (Unreal does not either). A subject none of whose controls is known is `alive`, no more.
 *
 * Eye rotations are 0, since no control tells them, and the head's position is left out: its axes are documented nowhere.
 * @param subjects as the phone listed them over the control connection
 */
export function createMetaHumanDecoder(subjects: readonly MetaHumanSubject[]): PacketDecoder {
  const known = subjects.map(knownSubject);
  const copy = new Uint8Array(Math.max(0, ...known.map(({ packetBytes }) => packetBytes)));
  const view = new DataView(copy.buffer);

  return (packet, frame) => {
    const subject = senderOf(packet, known);
    if (!subject) return 'foreign';
    if (packet.length !== subject.packetBytes) return 'malformed';
    copy.set(packet);
    if (!isSound(view, subject)) return 'malformed';
    frame.deviceId = subject.id;
    frame.subject = subject.name;
    frame.bodyFound = false;
    frame.hasHeadPosition = false;
    frame.faceFound = subject.isReadable;
    if (!subject.isReadable) return 'alive';
    readFrame(view, subject, frame);
    return 'frame';
  };
}

function knownSubject({ id, name, animationMetadata }: MetaHumanSubject): KnownSubject {
  const idBytes = encodeUtf8(id);
  const timeAt = ID_AT + idBytes.length;
  const valuesAt = timeAt + TIME_BYTES + COUNT_BYTES;
  const headAt = valuesAt + animationMetadata.controls.length * VALUE_BYTES;
  const packetBytes = headAt + HEAD_NUMBERS * 4;
  return { id, idBytes, name, timeAt, valuesAt, headAt, packetBytes, ...controlTargetsOf(animationMetadata) };
}

function senderOf(packet: Uint8Array, known: readonly KnownSubject[]): KnownSubject | undefined {
  for (let i = 0; i < known.length; i++) {
    const subject = known[i];
    if (subject && hasId(packet, subject.idBytes)) return subject;
  }
  return undefined;
}

function hasId(packet: Uint8Array, id: Uint8Array): boolean {
  const length = (packet[ID_LENGTH_AT] ?? 0) + 256 * (packet[ID_LENGTH_AT + 1] ?? 0);
  if (length !== id.length) return false;
  for (let i = 0; i < length; i++) if (packet[ID_AT + i] !== id[i]) return false;
  return true;
}

/** Whether time, count and head are such as a phone can mean. */
function isSound(view: DataView, { timeAt, valuesAt, headAt, channels }: KnownSubject): boolean {
  const subFrame = view.getFloat32(timeAt + 4, true);
  if (!(subFrame >= 0 && subFrame <= 1)) return false;
  if (view.getInt32(timeAt + 8, true) <= 0 || view.getInt32(timeAt + 12, true) <= 0) return false;
  if (view.getUint16(valuesAt - COUNT_BYTES, true) !== channels.length) return false;
  for (let i = 0; i < HEAD_NUMBERS; i++)
    if (!Number.isFinite(view.getFloat32(headAt + 4 * i, true))) return false;
  return true;
}

function readFrame(view: DataView, subject: KnownSubject, frame: CaptureFrame): void {
  const { timeAt, valuesAt, headAt, channels, shares } = subject;
  const frames = view.getInt32(timeAt, true) + view.getFloat32(timeAt + 4, true);
  const numerator = view.getInt32(timeAt + 8, true);
  const denominator = view.getInt32(timeAt + 12, true);
  frame.isTimed = true;
  frame.frameRate = numerator / denominator;
  frame.timeSeconds = (frames * denominator) / numerator;
  frame.channels.fill(0);
  for (let i = 0; i < channels.length; i++) {
    const channel = channels[i] ?? -1;
    if (channel < 0) continue;
    const value = view.getUint16(valuesAt + i * VALUE_BYTES, true) / FULL_VALUE;
    frame.channels[channel] = (frame.channels[channel] ?? 0) + value * (shares[i] ?? 0);
  }
  phoneAnglesOfHeadBone(
    view.getFloat32(headAt, true),
    view.getFloat32(headAt + 4, true),
    view.getFloat32(headAt + 8, true),
    frame.head,
  );
}
