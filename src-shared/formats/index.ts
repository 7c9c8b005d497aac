export {
  type AvatarDescription,
  CHUNK_HEADER_BYTES,
  describeAvatar,
  GLB_HEAD_BYTES,
  parseGltf,
  readBinaryBytes,
  readGlbHead,
  requireWhole,
  truncated,
} from './glb/index.ts';
export { type ManifestRow, parseManifest } from './manifest/manifest.ts';
export { decodeText } from './manifest/textEncoding.ts';
export {
  CHUNK_TYPES,
  type Chunk,
  ChunkReader,
  encodeChunk,
  encodeJsonChunk,
  encodePieces,
  FRAME_FLAGS,
  FrameBatch,
  type MediumPiece,
  type RecordedMedium,
  type RecordedSubject,
  type RecordedTake,
  summariseTake,
  type TakeEnd,
  type TakeGap,
  type TakeHeader,
  type TakeMarker,
  type TakeMedium,
  TakeReader,
  type TakeSubject,
  type TakeTail,
  takeFileHead,
} from './take/index.ts';
export { trackingFrame, trackingHeader } from './tracking/encode.ts';
export {
  type TrackingFrame,
  type TrackingHeader,
  trackingFrameSchema,
  trackingHeaderSchema,
} from './tracking/schema.ts';
export {
  arraysOf,
  BOX_STRIDE,
  type ChannelTrack,
  channelTrackOf,
  frameAt,
  readFrame,
  type Track,
} from './tracking/track.ts';
export { TrackBuilder } from './tracking/trackBuilder.ts';
export {
  UNREAL_PACKAGE_FILES,
  type UnrealIndex,
  type UnrealIndexEntry,
  type UnrealMeta,
  type UnrealQuality,
  unrealIndexEntrySchema,
  unrealIndexSchema,
  unrealMetaSchema,
} from './unreal/schema.ts';
