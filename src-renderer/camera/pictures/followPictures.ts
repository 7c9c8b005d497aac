import type { Pictures } from './pictures.ts';
import { processorPictures } from './processorPictures.ts';
import { videoPictures } from './videoPictures.ts';

/**
 * Follows the pictures of a camera, straight from it where the browser can; this goes on while the window is hidden.
 * @param onPicture is called when there is a newer one to take
 */
export function followPictures(track: MediaStreamTrack, onPicture: () => void): Pictures {
  return processorPictures(track, onPicture) ?? videoPictures(track, onPicture);
}
