export {
  CAPTURE_CHANNEL_COUNT,
  CAPTURE_CHANNELS,
  type CaptureFrame,
  createCaptureFrame,
} from './captureFrame.ts';
export { decodeFaceMessage, encodeFaceMessage } from './faceMessage.ts';
export { type FaceTake, sampleTake } from './faceTake.ts';
export { headQuaternionOfPhone } from './headRotation.ts';
export { readLiveLinkFaceCsv } from './liveLinkFace/csv.ts';
export { createPacketDecoder } from './liveLinkFace/decodePacket.ts';
export { encodePacket } from './liveLinkFace/encodePacket.ts';
export type { PacketDecoder, PacketOutcome } from './packetDecoder.ts';
export { decodeUtf8, encodeUtf8 } from './utf8.ts';
