export { decodeArkitData, encodeArkitData } from './arkitData/index.ts';
export {
  CAPTURE_CHANNEL_COUNT,
  CAPTURE_CHANNELS,
  type CaptureChannel,
  type CaptureFrame,
  copyCaptureFrame,
  createCaptureFrame,
} from './captureFrame.ts';
export { type FaceTake, sampleTake } from './faceTake.ts';
export { decodeFrameMessage, encodeFrameMessage } from './frameMessage.ts';
export { headQuaternionOfPhone } from './headRotation.ts';
export {
  createFrameStream,
  createIFacialMocapDecoder,
  encodeIFacialMocap,
  HANDSHAKES,
  PHONE_COMMANDS,
} from './iFacialMocap/index.ts';
export { readLiveLinkFaceCsv } from './liveLinkFace/csv.ts';
export { createLiveLinkFaceDecoder } from './liveLinkFace/decodePacket.ts';
export { encodeLiveLinkFace } from './liveLinkFace/encodePacket.ts';
export type { PacketDecoder, PacketOutcome } from './packetDecoder.ts';
export { JitterBuffer } from './timing/jitterBuffer.ts';
export { LinkQuality } from './timing/linkQuality.ts';
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
