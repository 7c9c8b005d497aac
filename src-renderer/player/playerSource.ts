import type { LandmarkFrame } from '#shared/body/index.ts';
import { CHANNEL_NAMES, channelOf } from '#shared/body/index.ts';
import { readFrame, type Track } from '#shared/formats/index.ts';
import { deck } from './clock/index.ts';
import { openTrack, usePlayer } from './playerStore.ts';

/** What moves a figure, as a viewport wants it. */
export interface PlayerSource {
  /**
   * Writes the frame that is shown into `into`, all channels absent where there is no track. Returns whether it is
   * another one than at the last call; where it is not, nothing is written.
   */
  read(into: LandmarkFrame): boolean;
}

/** The frame that the player shows, for one viewport that takes it up anew. */
export function createPlayerSource(): PlayerSource {
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
      else for (const name of CHANNEL_NAMES) channelOf(into, name).presence = 'absent';
      return true;
    },
  };
}
