import { useEffect, useRef, useState } from 'react';
import { Panel } from '../../ui/index.ts';
import { deck } from '../deck.ts';
import { useTake } from '../takeStore.ts';
import { videoTimes } from '../time/mediaTimes.ts';
import { words } from '../words.ts';
import { followDeck } from './followDeck.ts';
import { leadDeck } from './leadDeck.ts';
import './soundAndVideo.css';
import { mediumOf, useMedium } from './openMedia.ts';

/** Whether the open take has a video that can be shown. */
export function useHasTakeVideo(): boolean {
  return useTake(({ opened, recorded }) => mediumOf(opened, recorded, 'video') !== undefined);
}

/** The open take's reference video. It is the clock of a take without sound. */
export function TakeVideoPane() {
  const found = useMedium('video');
  const leads = useTake(({ opened, recorded }) => mediumOf(opened, recorded, 'audio') === undefined);
  const [isBroken, setBroken] = useState(false);
  const ref = useRef<HTMLVideoElement>(null);
  const url = found?.url;
  const pieces = found?.medium.pieces;

  useEffect(() => {
    const video = ref.current;
    if (!video || !pieces || url === undefined) return;
    let stop: (() => void) | undefined;
    const begin = (): void => {
      // A video that a browser recorded does not tell how long it is.
      const times = videoTimes(pieces, video.duration);
      stop ??= leads ? leadDeck(video, times) : followDeck(video, times, deck);
    };
    const giveUp = (): void => setBroken(true);
    setBroken(false);
    video.addEventListener('loadedmetadata', begin);
    video.addEventListener('error', giveUp);
    video.src = url;
    return () => {
      video.removeEventListener('loadedmetadata', begin);
      video.removeEventListener('error', giveUp);
      stop?.();
      video.removeAttribute('src');
      video.load();
    };
  }, [url, pieces, leads]);

  return (
    <Panel title={words.video.title}>
      <div className="take-stage">
        <video ref={ref} className="take-video" muted playsInline preload="auto" />
        {isBroken && (
          <p className="take-line" role="status">
            {words.video.broken}
          </p>
        )}
      </div>
    </Panel>
  );
}
