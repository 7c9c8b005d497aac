import { useEffect, useRef } from 'react';
import { VideoPicture } from '../../playback/index.ts';
import { showProblem } from '../../ui/index.ts';
import { deck } from '../deck.ts';
import { showCopy } from '../showCopy.ts';
import type { Size } from './letterbox.ts';

interface VideoProps {
  readonly url: string;
  readonly firstFrameSeconds: number;
  /** Is told how large the file's picture is. */
  readonly onSize: (size: Size & { readonly url: string }) => void;
}

/** A file's pictures, played by the deck. A file that cannot be shown here is replaced by a copy that can. */
export function Video({ url, firstFrameSeconds, onSize }: VideoProps) {
  const ref = useRef<HTMLVideoElement>(null);

  useEffect(() => {
    const video = ref.current;
    if (!video) return;
    const stop = playOn(video, { url, firstFrameSeconds, onSize });
    return stop;
  }, [url, firstFrameSeconds, onSize]);

  return <video ref={ref} className="player-video" muted playsInline preload="auto" />;
}

/** Loads a file into the element and hands it to the deck when its first picture is there. Returns how to stop. */
function playOn(video: HTMLVideoElement, { url, firstFrameSeconds, onSize }: VideoProps): () => void {
  const listening = new AbortController();
  const { signal } = listening;
  let picture: VideoPicture | undefined;
  const giveUp = (): void => void showCopy();
  video.addEventListener('error', giveUp, { signal });
  video.addEventListener(
    'loadeddata',
    () => {
      const { videoWidth: width, videoHeight: height } = video;
      // Sound alone plays where only the pictures are of an unknown kind.
      if (width === 0) {
        giveUp();
        return;
      }
      onSize({ url, width, height });
      picture = new VideoPicture(video, firstFrameSeconds, {
        onShown: (seconds) => deck.pictureShows(seconds),
        onRefused: (error) => {
          deck.pause();
          showProblem(error);
        },
      });
      deck.attach(picture);
    },
    { signal },
  );
  video.src = url;
  return () => {
    listening.abort();
    if (picture) deck.detach();
    picture?.release();
    video.removeAttribute('src');
    video.load();
  };
}
