import { create } from 'zustand';
import type { ClipView, ErrorInfo } from '#shared/contract/index.ts';
import type { Track } from '#shared/formats/index.ts';

/** Where the pictures of the open clip come from. */
export type PictureState =
  | { readonly state: 'none' }
  | {
      readonly state: 'playable';
      readonly url: string;
      readonly firstFrameSeconds: number;
      /** It is the copy that the host made because the file itself cannot be played. */
      readonly isCopy: boolean;
    }
  /** The host makes a copy that can be played; `done` goes from 0 to 1. */
  | { readonly state: 'preparing'; readonly done: number }
  | { readonly state: 'failed'; readonly error: ErrorInfo };

export type TrackState =
  | { readonly state: 'none' }
  /** `done` goes from 0 to 1. */
  | { readonly state: 'reading'; readonly done: number }
  | { readonly state: 'ready'; readonly track: Track }
  | { readonly state: 'failed'; readonly error: ErrorInfo };

interface PlayerStore {
  /** The job whose clip is open or being opened. */
  readonly jobId: string | undefined;
  /** Undefined until the host has told. */
  readonly clip: ClipView | undefined;
  /** Why the clip could not be opened. */
  readonly error: ErrorInfo | undefined;
  readonly picture: PictureState;
  readonly track: TrackState;
}

export const NOTHING_OPEN: PlayerStore = {
  jobId: undefined,
  clip: undefined,
  error: undefined,
  picture: { state: 'none' },
  track: { state: 'none' },
};

/** What is open in the player. */
export const usePlayer = create<PlayerStore>(() => NOTHING_OPEN);

/** The track of the open clip; undefined while there is none in memory. */
export function openTrack({ track }: Pick<PlayerStore, 'track'>): Track | undefined {
  return track.state === 'ready' ? track.track : undefined;
}
