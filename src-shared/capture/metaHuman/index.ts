export {
  createMetaHumanMessageReader,
  encodeMetaHumanRequest,
  META_HUMAN_HANDSHAKE,
  type MetaHumanMessage,
  type MetaHumanRequest,
  metaHumanSessionSchema,
  metaHumanSubjectsSchema,
} from './controlMessage.ts';
export { createControlPacketReader, encodeControlPacket } from './controlPacket.ts';
export { createMetaHumanDecoder } from './decodePacket.ts';
