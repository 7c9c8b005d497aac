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
export {
  createPhoneAnswerReader,
  type PhoneAnswer,
  THERMAL_STATES,
  type ThermalState,
} from './liveLinkFace/remoteAnswers.ts';
export { encodePhoneCommand, type PhoneCommand } from './liveLinkFace/remoteCommands.ts';
export type { PacketDecoder, PacketOutcome } from './packetDecoder.ts';
export { JitterBuffer } from './timing/jitterBuffer.ts';
export { LinkQuality } from './timing/linkQuality.ts';
export { createVmcDecoder } from './vmc/decodePacket.ts';
export { createVmcEncoder } from './vmc/encodePackets.ts';
