import { ARKIT_BLENDSHAPE_COUNT } from '../../face/index.ts';
import { setRotation } from '../arkitAngles.ts';
import type { CaptureFrame } from '../captureFrame.ts';
import { setNameless } from '../namelessFrame.ts';
import type { PacketDecoder, PacketOutcome } from '../packetDecoder.ts';
import { isBlank, readFields } from './fields.ts';
import {
  MAX_FRAME_BYTES,
  POSITION_SLOT,
  SLOT_COUNT,
  TRACKING_STATUS_SLOT,
  TURNED_PARTS,
} from './frameText.ts';

/** Coefficients are sent in hundredths. */
const PARTS_OF_ONE = 100;

/**
 * A reader of iFacialMocap's frames, version 1 and 2, and of Facemotion3d's, which are told apart field by field. A frame
 * without coefficients, or with `trackingStatus` 0, is a phone that sees no face; what is missing in a frame is 0, and of
 * what comes twice the first that can be read counts. It allocates nothing.
 */
export function createIFacialMocapDecoder(): PacketDecoder {
  const sent = new Float64Array(SLOT_COUNT);
  return (packet, frame) => {
    if (packet.length > MAX_FRAME_BYTES) return 'malformed';
    sent.fill(Number.NaN);
    const known = readFields(packet, sent);
    const outcome = known === 0 ? outcomeOfUnknown(packet) : outcomeOf(sent);
    if (outcome === 'alive') setNameless(frame, false);
    if (outcome === 'frame') setFace(frame, sent);
    return outcome;
  };
}

function outcomeOfUnknown(packet: Uint8Array): PacketOutcome {
  return isBlank(packet) ? 'alive' : 'foreign';
}

function outcomeOf(sent: Float64Array): PacketOutcome {
  if (sent[TRACKING_STATUS_SLOT] === 0) return 'alive';
  for (let i = 0; i < ARKIT_BLENDSHAPE_COUNT; i++) if (isThere(sent[i])) return 'frame';
  for (let i = ARKIT_BLENDSHAPE_COUNT; i < SLOT_COUNT; i++) if (isThere(sent[i])) return 'alive';
  return 'malformed';
}

function isThere(value: number | undefined): boolean {
  return value !== undefined && !Number.isNaN(value);
}

function setFace(frame: CaptureFrame, sent: Float64Array): void {
  setNameless(frame, true);
  for (let i = 0; i < ARKIT_BLENDSHAPE_COUNT; i++) frame.blendshapes[i] = (sent[i] || 0) / PARTS_OF_ONE;
  setTurn(frame.head, sent, TURNED_PARTS.head);
  setTurn(frame.leftEye, sent, TURNED_PARTS.leftEye);
  setTurn(frame.rightEye, sent, TURNED_PARTS.rightEye);
  frame.hasHeadPosition = isThere(sent[POSITION_SLOT]);
  for (let i = 0; i < 3; i++) frame.headPosition[i] = sent[POSITION_SLOT + i] || 0;
}

/** `||`, not `??`: what was not sent is NaN. */
function setTurn(out: Float32Array, sent: Float64Array, slot: number): void {
  setRotation(out, sent[slot] || 0, sent[slot + 1] || 0, sent[slot + 2] || 0);
}
