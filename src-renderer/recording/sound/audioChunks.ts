/**
 * The chunks that a track of sound is made of, each with the time at which it was recorded: unlike what passes through an
 * `AudioContext`, they are neither resampled to the clock of the loudspeaker nor dropped where that clock differs.
 * Chromium's, as is all that the app's window runs in; https://www.w3.org/TR/mediacapture-transform
 */
declare const MediaStreamTrackProcessor:
  | (new (init: {
      readonly track: MediaStreamTrack;
      readonly maxBufferSize: number;
    }) => { readonly readable: ReadableStream<AudioData> })
  | undefined;

/** Chunks, of 10 ms, that wait for a page that is busy before the oldest are dropped. */
const MAX_WAITING = 1000;

export function canReadSound(): boolean {
  return typeof MediaStreamTrackProcessor !== 'undefined';
}

/** Reads a track until it ends. The chunk is closed after each call. */
export async function readChunks(
  track: MediaStreamTrack,
  onChunk: (chunk: AudioData) => void,
): Promise<void> {
  if (typeof MediaStreamTrackProcessor === 'undefined') return;
  const { readable } = new MediaStreamTrackProcessor({ track, maxBufferSize: MAX_WAITING });
  const reader = readable.getReader();
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    try {
      onChunk(value);
    } finally {
      value.close();
    }
  }
}
