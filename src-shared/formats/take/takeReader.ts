import { MimesisError } from '../../contract/index.ts';
import { type Chunk, ChunkReader, type Damage } from './chunkReader.ts';
import { FRAMES_HEAD_BYTES } from './frameLayout.ts';
import { decodeJsonPayload } from './jsonChunk.ts';
import { type ChunkKind, chunkKind, viewOf } from './layout.ts';
import { decodePieces, type MediumPiece } from './pieces.ts';
import type { RecordedSubject, RecordedTake } from './recordedTake.ts';
import type { TakeEnd, TakeHeader, TakeMarker, TakeMedium } from './records.ts';
import { SubjectBuilder } from './subjectBuilder.ts';

interface MediumEntry {
  readonly description: TakeMedium;
  readonly pieces: MediumPiece[];
}

/** Reads a whole take, in pieces of bytes of any size. */
export class TakeReader {
  readonly #withRows: boolean;
  readonly #chunks: ChunkReader;
  readonly #subjects = new Map<number, SubjectBuilder>();
  readonly #media = new Map<number, MediumEntry>();
  readonly #markers: TakeMarker[] = [];
  readonly #damages: Damage[] = [];
  #header: TakeHeader | undefined;
  #end: TakeEnd | undefined;
  #passedOver = 0;
  #unreadable = 0;

  /** @param options.withRows false where the times and counts of frames are wanted, and not what they show */
  constructor({ withRows = true } = {}) {
    this.#withRows = withRows;
    this.#chunks = new ChunkReader({
      chunk: (chunk) => this.#chunk(chunk),
      damage: (damage) => this.#damages.push(damage),
    });
  }

  /** Throws `invalid_take` for a file of a newer version. */
  push(bytes: Uint8Array): void {
    this.#chunks.push(bytes);
  }

  /** Throws `invalid_take` for a file that is no take, or has lost its header. */
  finish(): RecordedTake {
    const tail = this.#chunks.finish();
    if (!this.#header) {
      throw new MimesisError('invalid_take', 'This is no take, or its beginning is damaged.', {
        remedy: 'Take the file from a backup.',
      });
    }
    const subjects = [...this.#subjects.values()].map((subject) => subject.finish());
    return {
      header: this.#header,
      subjects,
      media: [...this.#media.values()],
      markers: this.#markers.sort((a, b) => a.timeSeconds - b.timeSeconds),
      end: this.#end,
      durationSeconds: this.#end?.durationSeconds ?? lastTime(subjects),
      report: {
        tail,
        damages: this.#damages,
        nextSequence: this.#chunks.nextSequence,
        passedOver: this.#passedOver,
        unreadable: this.#unreadable,
      },
    };
  }

  #chunk({ type, payload }: Chunk): void {
    const kind = chunkKind(type);
    if (kind === undefined) this.#passedOver++;
    else if (!this.#record(kind, payload)) this.#unreadable++;
  }

  /** False for a payload that cannot be read. */
  #record(kind: ChunkKind, payload: Uint8Array): boolean {
    switch (kind) {
      case 'header': {
        const header = decodeJsonPayload(kind, payload);
        this.#header ??= header;
        return header !== undefined;
      }
      case 'subject': {
        const subject = decodeJsonPayload(kind, payload);
        if (!subject || this.#subjects.has(subject.number)) return false;
        this.#subjects.set(subject.number, new SubjectBuilder(subject, this.#withRows));
        return true;
      }
      case 'frames': {
        if (payload.length < FRAMES_HEAD_BYTES) return false;
        return this.#subjects.get(viewOf(payload).getUint16(0, true))?.addFrames(payload) ?? false;
      }
      case 'gap': {
        const gap = decodeJsonPayload(kind, payload);
        const subject = gap && this.#subjects.get(gap.subject);
        if (gap) subject?.addGap(gap);
        return subject !== undefined;
      }
      case 'marker': {
        const marker = decodeJsonPayload(kind, payload);
        if (marker) this.#markers.push(marker);
        return marker !== undefined;
      }
      case 'medium': {
        const description = decodeJsonPayload(kind, payload);
        if (!description || this.#media.has(description.number)) return false;
        this.#media.set(description.number, { description, pieces: [] });
        return true;
      }
      case 'pieces': {
        const table = decodePieces(payload);
        const medium = table && this.#media.get(table.medium);
        for (const piece of table?.pieces ?? []) medium?.pieces.push(piece);
        return medium !== undefined;
      }
      case 'end': {
        const end = decodeJsonPayload(kind, payload);
        this.#end = end ?? this.#end;
        return end !== undefined;
      }
    }
  }
}

function lastTime(subjects: readonly RecordedSubject[]): number {
  return subjects.reduce((last, { times }) => Math.max(last, times.at(-1) ?? 0), 0);
}
