import { setRotation } from '../arkitAngles.ts';
import type { CaptureFrame } from '../captureFrame.ts';
import { beginsLikeObject } from '../jsonPacket.ts';
import { JsonReader } from '../jsonReader.ts';
import { setNameless } from '../namelessFrame.ts';
import type { PacketDecoder } from '../packetDecoder.ts';
import { readFields, SLOT_COUNT, SLOTS } from './fields.ts';
import { MILLISECONDS, POSITION_UNITS } from './units.ts';

/** Longest frame taken; a true one has about 3000 bytes. */
const MAX_FRAME_BYTES = 16_384;

/**
 * A reader of VTube Studio's frames on a phone (MeowFace on Android sends the same): JSON with `FaceFound`, turns in
 * degrees (see arkitAngles.ts), and coefficients 0..1 by name, some Android versions in the spelling of iFacialMocap.
 * Where the head is comes in hundredths of a metre from where it was when the app was calibrated, in the axes of
 * `CaptureFrame.headPosition`: assumed from the range that readers give it (±15) and from VBridger's presets.
 * Source: github:DenchiSoft/VTubeStudioBlendshapeUDPReceiverTest, VTubeStudioRawTrackingData.cs.
 *
 * It allocates nothing; to parse a frame as a whole and check it would cost 30 KB of garbage each time.
 */
export function createVtubeStudioDecoder(): PacketDecoder {
  const sent = new Float64Array(SLOT_COUNT);
  const reader = new JsonReader(new Uint8Array());
  return (packet, frame) => {
    if (!beginsLikeObject(packet)) return 'foreign';
    if (packet.length > MAX_FRAME_BYTES) return 'malformed';
    sent.fill(Number.NaN);
    reader.restart(packet);
    readFields(reader, packet, sent);
    if (!reader.isComplete()) return 'malformed';
    const faceFound = sent[SLOTS.FaceFound] ?? Number.NaN;
    if (Number.isNaN(faceFound)) return 'foreign';
    setNameless(frame, faceFound === 1);
    if (faceFound === 0) return 'alive';
    setFace(frame, sent);
    return 'frame';
  };
}

function setFace(frame: CaptureFrame, sent: Float64Array): void {
  frame.isTimed = !Number.isNaN(sent[SLOTS.Timestamp]);
  frame.timeSeconds = sentAt(sent, SLOTS.Timestamp) / MILLISECONDS;
  for (let i = 0; i < frame.blendshapes.length; i++) frame.blendshapes[i] = sentAt(sent, i);
  setTurn(frame.head, sent, SLOTS.Rotation);
  setTurn(frame.leftEye, sent, SLOTS.EyeLeft);
  setTurn(frame.rightEye, sent, SLOTS.EyeRight);
  frame.hasHeadPosition = !Number.isNaN(sent[SLOTS.Position]);
  for (let i = 0; i < 3; i++) frame.headPosition[i] = sentAt(sent, SLOTS.Position + i) / POSITION_UNITS;
}

function setTurn(out: Float32Array, sent: Float64Array, slot: number): void {
  setRotation(out, sentAt(sent, slot), sentAt(sent, slot + 1), sentAt(sent, slot + 2));
}

/** `||`, not `??`: what was not sent is NaN. */
function sentAt(sent: Float64Array, slot: number): number {
  return sent[slot] || 0;
}
