import { clearLandmarkFrame, type LandmarkSource } from '#shared/body/index.ts';
import { readFrame, type Track } from '#shared/formats/index.ts';
import { deck } from './deck.ts';
import { openTrack, usePlayer } from './playerStore.ts';

/** The frame that the player shows, all channels absent where there is no track; for one viewport that takes it up anew. */
export function createPlayerSource(): LandmarkSource {
  let lastTrack: Track | undefined;
  let lastShown = -1;
  return {
    read(into) {
      const track = openTrack(usePlayer.getState());
      const { shown } = deck.playhead;
      if (track === lastTrack && shown === lastShown) return false;
      lastTrack = track;
      lastShown = shown;
      if (track && shown < track.frames) readFrame(track, shown, into);
      else clearLandmarkFrame(into);
      return true;
    },
  };
}
