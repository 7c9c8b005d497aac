import { type Deck, Seeker } from '../../playback/index.ts';
import type { MediaTimes } from '../time/mediaTimes.ts';

/** A video that is off by more than this is put right at once; by less, it plays faster or slower until it is right. */
const SEEK_SECONDS = 0.15;
/** How much faster or slower, a second that it is off, and at most. */
const CORRECTION = 1;
const MAX_CORRECTION = 0.1;

/** Lets a video be where a deck is that something else leads. Returns how to stop. */
export function followDeck(video: HTMLVideoElement, times: MediaTimes, deck: Deck): () => void {
  const seeker = new Seeker((seconds) => {
    video.currentTime = seconds;
  });
  const seeked = (): void => seeker.ended();
  const follow = (): void => {
    const { direction, speed } = deck.state.getState();
    const target = times.fileSeconds(deck.seconds);
    video.hidden = target === undefined;
    if (target === undefined || direction !== 1) {
      video.pause();
      if (target !== undefined) seeker.to(target);
      return;
    }
    const ahead = video.currentTime - target;
    if (Math.abs(ahead) > SEEK_SECONDS && !seeker.isSeeking) seeker.to(target);
    const correction = Math.max(-MAX_CORRECTION, Math.min(MAX_CORRECTION, -ahead * CORRECTION));
    video.playbackRate = speed * (1 + correction);
    // A pause that comes while playing begins is no fault, and a silent video may always play.
    if (video.paused) video.play().catch(() => {});
  };
  video.addEventListener('seeked', seeked);
  const stopFollowing = deck.playhead.subscribe(follow);
  const stopWatching = deck.state.subscribe(follow);
  follow();
  return () => {
    stopFollowing();
    stopWatching();
    video.removeEventListener('seeked', seeked);
    video.pause();
  };
}
