import { readTrack } from '../../devices/index.ts';
import type { Pictures } from './pictures.ts';

/** Pictures straight from the camera; undefined where the browser cannot. */
export function processorPictures(track: MediaStreamTrack, onPicture: () => void): Pictures | undefined {
  const reader = readTrack<VideoFrame>(track, 1);
  if (!reader) return undefined;
  let newest: VideoFrame | undefined;
  /** Seconds since 1970 at which the camera's own clock began. */
  let epoch: number | undefined;
  const follow = async (): Promise<void> => {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      newest?.close();
      newest = value;
      epoch ??= (performance.timeOrigin + performance.now()) / 1000 - value.timestamp / 1e6;
      onPicture();
    }
  };
  // It ends with the camera, of which the track itself tells.
  follow().catch(() => {});
  return {
    async take() {
      const picture = newest;
      newest = undefined;
      return picture && { picture, timeSeconds: (epoch ?? 0) + picture.timestamp / 1e6 };
    },
    close() {
      newest?.close();
      newest = undefined;
      reader.cancel().catch(() => {
        // The track has ended already.
      });
    },
  };
}
