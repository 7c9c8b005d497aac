import type { Pictures } from './pictures.ts';

/** Pictures that a video shows, for browsers that give none straight from the camera. They rest in a hidden window. */
export function videoPictures(track: MediaStreamTrack, onPicture: () => void): Pictures {
  const video = document.createElement('video');
  video.muted = true;
  video.srcObject = new MediaStream([track]);
  // Refused only when the camera is closed at once.
  void video.play().catch(() => {});
  let shownMs: number | undefined;
  let request = video.requestVideoFrameCallback(function follow(now, { captureTime }) {
    shownMs = captureTime ?? now;
    request = video.requestVideoFrameCallback(follow);
    onPicture();
  });
  return {
    async take() {
      if (shownMs === undefined) return undefined;
      const timeSeconds = (performance.timeOrigin + shownMs) / 1000;
      shownMs = undefined;
      return { picture: await createImageBitmap(video), timeSeconds };
    },
    close() {
      video.cancelVideoFrameCallback(request);
      video.srcObject = null;
    },
  };
}
