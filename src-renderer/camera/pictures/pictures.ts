import { processorPictures } from './processorPictures.ts';
import { videoPictures } from './videoPictures.ts';

/** A picture of a camera, and when it was taken in seconds since 1970. Whoever takes it closes it. */
export interface Picture {
  readonly picture: VideoFrame | ImageBitmap;
  readonly timeSeconds: number;
}

/** The newest picture of a camera. Older ones are given up: there is never a queue. */
export interface Pictures {
  /** Takes the newest; none where it has been taken already. */
  take(): Promise<Picture | undefined>;
  close(): void;
}

/**
 * Follows the pictures of a camera, straight from it where the browser can; this goes on while the window is hidden.
 * @param onPicture is called when there is a newer one to take
 */
export function followPictures(track: MediaStreamTrack, onPicture: () => void): Pictures {
  return processorPictures(track, onPicture) ?? videoPictures(track, onPicture);
}
