import type { Damage, TakeTail } from './chunkReader.ts';
import type { FrameColumns } from './frameColumns.ts';
import type { MediumPiece } from './pieces.ts';
import type { Gap, PlacedFrames } from './placeFrames.ts';
import type { TakeEnd, TakeHeader, TakeMarker, TakeMedium, TakeSubject } from './records.ts';

/** A subject of a take: its frames in the order of their own times, each once. */
export interface RecordedSubject extends FrameColumns {
  readonly description: TakeSubject;
  /** Of each frame, in seconds on the take's clock, never going back. */
  readonly times: Float64Array;
  /** Where frames stay away, or the recorder knew that nothing came; in order, not touching each other. */
  readonly gaps: readonly Gap[];
  readonly counts: Pick<PlacedFrames, 'dropped' | 'duplicates' | 'reordered'> & {
    readonly frames: number;
    /** Frames in which a face or a body was seen. */
    readonly seen: number;
    /** Frames that held a number that is none, and were left out. */
    readonly unreadable: number;
  };
  readonly periodSeconds: number;
}

export interface RecordedMedium {
  readonly description: TakeMedium;
  /** As recorded. The last of them may tell of bytes that the file lacks, where a take was interrupted. */
  readonly pieces: readonly MediumPiece[];
}

/** How much of the file could be read. */
export interface ReadingReport {
  readonly tail: TakeTail;
  readonly damages: readonly Damage[];
  /** The number for a chunk behind those that were read. */
  readonly nextSequence: number;
  /** Chunks of kinds that this version does not know. */
  readonly passedOver: number;
  /** Whole chunks whose content is not what their kind says, or belongs to no known subject or medium. */
  readonly unreadable: number;
}

/** All that a take file holds. */
export interface RecordedTake {
  readonly header: TakeHeader;
  readonly subjects: readonly RecordedSubject[];
  readonly media: readonly RecordedMedium[];
  /** In the order of their times. */
  readonly markers: readonly TakeMarker[];
  /** Undefined for a take that is still being recorded, or was interrupted and is not mended. */
  readonly end: TakeEnd | undefined;
  readonly durationSeconds: number;
  readonly report: ReadingReport;
}
