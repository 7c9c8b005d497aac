import { ARKIT_BLENDSHAPE_COUNT } from '../../face/index.ts';
import { BLENDSHAPE_SPELLINGS } from '../blendshapeSpellings.ts';
import { CAPTURE_CHANNEL_INDEX, type CaptureFrame } from '../captureFrame.ts';
import { beginsLikeObject, readJson } from '../jsonPacket.ts';
import { setNameless } from '../namelessFrame.ts';
import type { PacketDecoder } from '../packetDecoder.ts';
import { MESSAGE_TYPE, messageSchema } from './message.ts';

/** Longest message taken; one with every channel has about 2500 bytes. */
const MAX_MESSAGE_BYTES = 16_384;

/**
 * Reads a message of the kind `arkit_data`. Coefficients are held within 0..1; where it brings head and eye angles by
 * the names of `CAPTURE_CHANNELS`, these are radians in the signs of Live Link Face. What is missing is 0, unknown names
 * are passed over, and a message without any known name is a sender that sees no face.
 */
export const decodeArkitData: PacketDecoder = (packet, frame) => {
  if (!beginsLikeObject(packet)) return 'foreign';
  if (packet.length > MAX_MESSAGE_BYTES) return 'malformed';
  const json = readJson(packet);
  if (typeof json !== 'object' || json === null) return 'malformed';
  if (!('type' in json) || json.type !== MESSAGE_TYPE) return 'foreign';
  const { data } = messageSchema.safeParse(json);
  if (!data) return 'malformed';
  const found = Object.keys(data.blendshapes).some((name) => channelNamed(name) !== undefined);
  setNameless(frame, found);
  if (!found) return 'alive';
  frame.isTimed = data.timestamp !== undefined;
  frame.timeSeconds = data.timestamp ?? 0;
  setChannels(frame, data.blendshapes);
  return 'frame';
};

function setChannels(frame: CaptureFrame, values: Record<string, number>): void {
  frame.channels.fill(0);
  for (const [name, value] of Object.entries(values)) {
    const channel = channelNamed(name);
    if (channel === undefined) continue;
    const isCoefficient = channel < ARKIT_BLENDSHAPE_COUNT;
    frame.channels[channel] = isCoefficient ? Math.min(1, Math.max(0, value)) : value;
  }
}

function channelNamed(name: string): number | undefined {
  return BLENDSHAPE_SPELLINGS.get(name) ?? CAPTURE_CHANNEL_INDEX.get(name);
}
