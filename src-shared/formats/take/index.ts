export { type Chunk, ChunkReader, type TakeTail } from './chunkReader.ts';
export { encodeChunk, takeFileHead } from './chunkWriter.ts';
export { FrameBatch } from './frameBatch.ts';
export { FRAME_FLAGS } from './frameLayout.ts';
export { encodeJsonChunk } from './jsonChunk.ts';
export { CHUNK_TYPES } from './layout.ts';
export { encodePieces, type MediumPiece } from './pieces.ts';
export type { RecordedMedium, RecordedSubject, RecordedTake } from './recordedTake.ts';
export type {
  TakeEnd,
  TakeGap,
  TakeHeader,
  TakeMarker,
  TakeMedium,
  TakeSubject,
} from './records.ts';
export { summariseTake } from './summary.ts';
export { TakeReader } from './takeReader.ts';
