import { encodePieces, type MediumPiece } from '#shared/formats/index.ts';
import type { AppendFile } from './appendFile.ts';

/** A file of sound or picture that grows, and the table of when each part of it was recorded. */
export class MediumFile {
  readonly file: AppendFile;
  readonly #number: number;
  /** Not in the take's file yet. */
  #pieces: MediumPiece[] = [];
  #nextByte: number;

  /** @param headBytes that were appended already */
  constructor(number: number, file: AppendFile, headBytes: number) {
    this.#number = number;
    this.file = file;
    this.#nextByte = headBytes;
  }

  /** False, and nothing taken, where too much waits for the disk already. */
  append(bytes: Uint8Array, timeSeconds: number): boolean {
    if (!this.file.append(bytes)) return false;
    this.#pieces.push({ timeSeconds, fromByte: this.#nextByte, bytes: bytes.length });
    this.#nextByte += bytes.length;
    return true;
  }

  /** The table of the parts since the last call, as a chunk's payload; undefined where there are none. */
  takePieces(): Uint8Array | undefined {
    if (this.#pieces.length === 0) return undefined;
    const payload = encodePieces(this.#number, this.#pieces);
    this.#pieces = [];
    return payload;
  }
}
