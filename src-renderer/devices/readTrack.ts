/**
 * What a track is made of, straight from its device: https://www.w3.org/TR/mediacapture-transform, as Chromium has it in
 * pages. No library of types knows it yet.
 */
type TrackProcessor = new (settings: {
  readonly track: MediaStreamTrack;
  readonly maxBufferSize: number;
}) => { readonly readable: ReadableStream };

declare global {
  interface Window {
    readonly MediaStreamTrackProcessor?: TrackProcessor;
  }
}

/** Whether this browser can read tracks. */
export const canReadTracks = (): boolean => window.MediaStreamTrackProcessor !== undefined;

/**
 * Reads pictures or chunks of sound, as long as the track lives; undefined where the browser cannot. Whoever reads one
 * closes it.
 * @param maxWaiting how many wait to be read before the oldest are dropped
 */
export function readTrack<Chunk extends VideoFrame | AudioData>(
  track: MediaStreamTrack,
  maxWaiting: number,
): ReadableStreamDefaultReader<Chunk> | undefined {
  const Processor = window.MediaStreamTrackProcessor;
  return Processor && new Processor({ track, maxBufferSize: maxWaiting }).readable.getReader();
}
