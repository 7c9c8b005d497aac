import { encodePiece, MAX_PIECE_BYTES } from '#shared/contract/index.ts';
import { hostSecondsAt, upload } from '../../link/index.ts';
import type { PictureTimes } from './pictureTimes.ts';

/** What every Chromium encodes, quickly: WebM is a stream that can be played up to wherever it breaks off. */
export const VIDEO_TYPE = 'video/webm;codecs=vp8';
const BITS_PER_SECOND = 2_500_000;
/** How often the encoder hands over what it has. */
const SLICE_MS = 250;
/** Longest wait for the end of what was encoded. */
const LAST_PIECE_MS = 1000;

/** A camera that is being recorded. */
export interface VideoRecording {
  /** Ends it; resolves when its last piece has been sent. */
  finish(): Promise<void>;
}

/** Records a camera, and sends what is encoded to the host under the stream's number, in order. */
export function recordVideo(camera: MediaStream, times: PictureTimes, stream: number): VideoRecording {
  const recorder = new MediaRecorder(camera, { mimeType: VIDEO_TYPE, videoBitsPerSecond: BITS_PER_SECOND });
  // The file's time 0 is that of the first picture that the recorder gets.
  const firstMs = times.firstFrom(performance.now());
  let firstCode: number | undefined;
  let sending = Promise.resolve();
  recorder.ondataavailable = ({ data, timecode }) => {
    firstCode ??= timecode;
    const sinceFirstMs = timecode - firstCode;
    sending = sending.then(async () => {
      const bytes = new Uint8Array(await data.arrayBuffer());
      if (bytes.length > 0) send(stream, (await firstMs) + sinceFirstMs, bytes);
    });
  };
  const stopped = new Promise<void>((resolve) => {
    recorder.onstop = () => resolve();
  });
  recorder.start(SLICE_MS);
  return {
    finish: async () => {
      if (recorder.state !== 'inactive') recorder.stop();
      // Of a camera that gave no picture there is nothing to wait for.
      await Promise.race([stopped.then(() => sending), wait(LAST_PIECE_MS)]);
    },
  };
}

const wait = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

function send(stream: number, takenMs: number, bytes: Uint8Array): void {
  const hostSeconds = hostSecondsAt(takenMs);
  if (hostSeconds === undefined) return;
  for (let from = 0; from < bytes.length; from += MAX_PIECE_BYTES) {
    const part = bytes.subarray(from, from + MAX_PIECE_BYTES);
    upload({ kind: 'video', stream, content: encodePiece({ hostSeconds, bytes: part }) });
  }
}
