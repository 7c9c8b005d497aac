export {
  CAPTURE_CHANNEL_COUNT,
  CAPTURE_CHANNELS,
  type CaptureFrame,
  createCaptureFrame,
} from './captureFrame.ts';
export { createCaptureLineReader } from './captureLines/read.ts';
export { captureFrameLine, captureHeaderLine } from './captureLines/write.ts';
export { decodeFaceMessage, encodeFaceMessage } from './faceMessage.ts';
export { type FaceTake, sampleTake } from './faceTake.ts';
export { headQuaternionOfPhone } from './headRotation.ts';
export { readLiveLinkFaceCsv } from './liveLinkFace/csv.ts';
export { createLiveLinkFaceDecoder } from './liveLinkFace/decodePacket.ts';
export { encodeLiveLinkFace } from './liveLinkFace/encodePacket.ts';
export { describePhoneTake, PHONE_TAKE_TEXTS, type PhoneTake } from './liveLinkFace/phoneTake.ts';
export type { PhoneFileKind } from './liveLinkFace/phoneTakeFiles.ts';
export { writeLiveLinkFaceCsv } from './liveLinkFace/writeCsv.ts';
export {
  createMetaHumanMessageReader,
  encodeMetaHumanRequest,
  META_HUMAN_CONTROL_PORT,
  META_HUMAN_HANDSHAKE,
  META_HUMAN_KEEP_ALIVE_SECONDS,
  type MetaHumanMessage,
  type MetaHumanRequest,
  metaHumanServerSchema,
  metaHumanSessionSchema,
  metaHumanSubjectsSchema,
} from './metaHuman/controlMessage.ts';
export { createMetaHumanDecoder } from './metaHuman/decodePacket.ts';
export type { MetaHumanSubject } from './metaHuman/subject.ts';
export type { PacketDecoder, PacketOutcome } from './packetDecoder.ts';
