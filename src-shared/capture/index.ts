export { decodeArkitData, encodeArkitData } from './arkitData/index.ts';
export {
  calibrateRange,
  decodeRawFaceMessage,
  encodeRawFaceMessage,
  FaceSampler,
  type FaceSamples,
  FrameCalibrator,
  isSameCalibration,
  measureNeutral,
  measureReach,
  NEUTRAL_SECONDS,
  NO_CALIBRATION,
  RANGE_STEPS,
  type RangeCalibration,
  type RangeStepName,
  REACH_SECONDS,
  type Reached,
} from './calibration/index.ts';
export {
  CAPTURE_CHANNEL_COUNT,
  CAPTURE_CHANNELS,
  type CaptureChannel,
  type CaptureFrame,
  copyCaptureFrame,
  createCaptureFrame,
} from './captureFrame.ts';
export { createCaptureLineReader } from './captureLines/read.ts';
export { captureFrameLine, captureHeaderLine } from './captureLines/write.ts';
export { type FaceTake, sampleTake } from './faceTake.ts';
export { decodeFrameMessage, encodeFrameMessage } from './frameMessage.ts';
export { frameOfLandmarks } from './frameOfLandmarks.ts';
export { headQuaternionOfPhone } from './headRotation.ts';
export {
  createFrameStream,
  createIFacialMocapDecoder,
  encodeIFacialMocap,
  HANDSHAKES,
  PHONE_COMMANDS,
} from './iFacialMocap/index.ts';
export { createLiveLinkFaceCsvReader, readLiveLinkFaceCsv } from './liveLinkFace/csv.ts';
export { createLiveLinkFaceDecoder } from './liveLinkFace/decodePacket.ts';
export { encodeLiveLinkFace } from './liveLinkFace/encodePacket.ts';
export { describePhoneTake, namedByFile } from './liveLinkFace/phoneTake.ts';
export { createPhoneAnswerReader, type PhoneAnswer } from './liveLinkFace/remoteAnswers.ts';
export { encodePhoneCommand, type PhoneCommand } from './liveLinkFace/remoteCommands.ts';
export { LIVE_LINK_FACE_CSV_HEADER, liveLinkFaceCsvRow } from './liveLinkFace/writeCsv.ts';
export {
  createControlPacketReader,
  createMetaHumanDecoder,
  createMetaHumanMessageReader,
  encodeControlPacket,
  encodeMetaHumanRequest,
  META_HUMAN_HANDSHAKE,
  type MetaHumanMessage,
  type MetaHumanRequest,
  metaHumanSessionSchema,
  metaHumanSubjectsSchema,
} from './metaHuman/index.ts';
export { encodeOscMessage } from './osc/encode.ts';
export { createOscReader } from './osc/reader.ts';
export type { PacketDecoder, PacketOutcome } from './packetDecoder.ts';
export { channelsOfParts } from './recordedParts.ts';
export { JitterBuffer } from './timing/jitterBuffer.ts';
export { LinkQuality } from './timing/linkQuality.ts';
export { secondsOfDay, timecodeAt } from './timing/timecode.ts';
export { decodeUtf8, encodeUtf8 } from './utf8.ts';
export { createVmcDecoder } from './vmc/decodePacket.ts';
export { createVmcEncoder } from './vmc/encodePackets.ts';
export {
  createVtubeStudioDecoder,
  decodeTrackingRequest,
  encodeTrackingRequest,
  encodeVtubeStudio,
  VTUBE_STUDIO_LEASE_SECONDS,
  VTUBE_STUDIO_PHONE_PORT,
  VTUBE_STUDIO_RENEWAL_SECONDS,
} from './vtubeStudio/index.ts';
