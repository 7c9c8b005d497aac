import type { MediumPiece } from '#shared/formats/index.ts';

/** A stretch of a file without interruption: its time runs along a straight line of the take's. Seconds. */
interface Stretch {
  readonly fileFrom: number;
  readonly fileTo: number;
  readonly takeFrom: number;
  /** Seconds on the take's clock a second of the file: the clock of a microphone is not that of the computer. */
  readonly rate: number;
}

/** When a piece was recorded, and where it lies in its file's own time. */
export interface PieceTime {
  readonly takeSeconds: number;
  readonly fileSeconds: number;
  readonly lengthSeconds: number;
}

/** Pieces that are put off by more than this against those before them have lost something between. */
const JUMP_SECONDS = 0.1;
/** Over less, a line through the pieces says more of the moments at which they were noted than of the clocks. */
const RATE_SPAN_SECONDS = 10;
const MAX_SKEW = 1e-3;

/** Which moment of a take a moment of its sound or video is. */
export class MediaTimes {
  readonly #stretches: readonly Stretch[];

  constructor(stretches: readonly Stretch[]) {
    this.#stretches = stretches;
  }

  /** Where there is sound or picture, on the take's clock. */
  get spans(): { fromSeconds: number; toSeconds: number }[] {
    return this.#stretches.map((stretch) => ({
      fromSeconds: stretch.takeFrom,
      toSeconds: takeEndOf(stretch),
    }));
  }

  /** A moment of the file on the take's clock; that of its nearest end where the file has no such moment. */
  takeSeconds(fileSeconds: number): number {
    const stretch = this.#stretches.findLast(({ fileFrom }) => fileFrom <= fileSeconds) ?? this.#stretches[0];
    if (!stretch) return fileSeconds;
    const within = Math.min(Math.max(fileSeconds, stretch.fileFrom), stretch.fileTo);
    return stretch.takeFrom + (within - stretch.fileFrom) * stretch.rate;
  }

  /** A moment of the take in the file; undefined where nothing was recorded. */
  fileSeconds(takeSeconds: number): number | undefined {
    const stretch = this.#stretches.findLast(({ takeFrom }) => takeFrom <= takeSeconds);
    if (!stretch || takeSeconds >= takeEndOf(stretch)) return undefined;
    return stretch.fileFrom + (takeSeconds - stretch.takeFrom) / stretch.rate;
  }
}

const takeEndOf = ({ fileFrom, fileTo, takeFrom, rate }: Stretch): number =>
  takeFrom + (fileTo - fileFrom) * rate;

/**
 * The times of a sound file of so many bytes a second.
 * @param pieces in the order of the file
 * @param dataByte where its samples begin
 * @param fileBytes how long the file really is
 */
export function soundTimes(
  pieces: readonly MediumPiece[],
  { dataByte, bytesPerSecond, fileBytes }: { dataByte: number; bytesPerSecond: number; fileBytes: number },
): MediaTimes {
  const there = pieces.filter(
    ({ fromByte, bytes }) => fromByte >= dataByte && bytes > 0 && fromByte < fileBytes,
  );
  return new MediaTimes(
    stretchesOf(
      there.map(({ timeSeconds, fromByte, bytes }) => ({
        takeSeconds: timeSeconds,
        fileSeconds: (fromByte - dataByte) / bytesPerSecond,
        lengthSeconds: Math.min(bytes, fileBytes - fromByte) / bytesPerSecond,
      })),
    ),
  );
}

/** The times of a video, whose bytes tell nothing of time: it begins with its first piece, and runs as the take does. */
export function videoTimes(pieces: readonly MediumPiece[], lengthSeconds: number): MediaTimes {
  const first = pieces[0];
  if (!first) return new MediaTimes([]);
  return new MediaTimes([{ fileFrom: 0, fileTo: lengthSeconds, takeFrom: first.timeSeconds, rate: 1 }]);
}

/** @param pieces in the order of the file */
export function stretchesOf(pieces: readonly PieceTime[]): Stretch[] {
  const runs: PieceTime[][] = [];
  for (const piece of pieces) {
    const run = runs.at(-1);
    const before = run?.at(-1);
    if (run && before && Math.abs(delayOf(piece) - delayOf(before)) < JUMP_SECONDS) run.push(piece);
    else runs.push([piece]);
  }
  return runs.map(lineThrough);
}

const delayOf = ({ takeSeconds, fileSeconds }: PieceTime): number => takeSeconds - fileSeconds;

/** The straight line closest to the pieces, by least squares. */
function lineThrough(pieces: readonly PieceTime[]): Stretch {
  const count = pieces.length;
  const fileFrom = pieces[0]?.fileSeconds ?? 0;
  const last = pieces.at(-1);
  const fileTo = (last?.fileSeconds ?? 0) + (last?.lengthSeconds ?? 0);
  const meanFile = pieces.reduce((sum, { fileSeconds }) => sum + fileSeconds, 0) / count;
  const meanDelay = pieces.reduce((sum, piece) => sum + delayOf(piece), 0) / count;
  let skew = 0;
  if (fileTo - fileFrom >= RATE_SPAN_SECONDS) {
    let products = 0;
    let squares = 0;
    for (const piece of pieces) {
      const x = piece.fileSeconds - meanFile;
      products += x * (delayOf(piece) - meanDelay);
      squares += x * x;
    }
    const slope = squares > 0 ? products / squares : 0;
    if (Math.abs(slope) <= MAX_SKEW) skew = slope;
  }
  return { fileFrom, fileTo, takeFrom: fileFrom + meanDelay + skew * (fileFrom - meanFile), rate: 1 + skew };
}
