import { showProblem } from '../../ui/index.ts';
import { deck } from '../deck.ts';
import type { MediaTimes } from '../time/mediaTimes.ts';
import { TakeMedium } from './takeMedium.ts';

/** Lets sound or a video be the clock of the take's deck. Returns how to stop. */
export function leadDeck(media: HTMLMediaElement, times: MediaTimes): () => void {
  const medium = new TakeMedium(media, times, {
    onShown: (seconds) => deck.pictureShows(seconds),
    onRefused: (error) => {
      deck.pause();
      showProblem(error);
    },
  });
  deck.attach(medium);
  return () => {
    deck.detach();
    medium.release();
  };
}
