import { RULER_HEIGHT } from '../../playback/index.ts';

/** Where a lane lies under the top of the timeline, in CSS pixels. */
export interface Lane {
  readonly top: number;
  readonly height: number;
}

export interface Lanes {
  readonly markers: Lane;
  /** Of each subject. */
  readonly gaps: readonly Lane[];
  readonly sound: Lane | undefined;
  readonly curves: Lane;
}

const GAP = 2;
const MARKERS_HEIGHT = 18;
const GAPS_HEIGHT = 14;
const SOUND_HEIGHT = 32;
/** However many lanes there are, curves keep this. */
const LEAST_CURVES_HEIGHT = 72;

/** Puts the lanes of a take below each other; curves take what is left of the height. */
export function layOut(subjects: number, hasSound: boolean, height: number): Lanes {
  let top = RULER_HEIGHT;
  const lane = (laneHeight: number): Lane => {
    const placed = { top, height: laneHeight };
    top += laneHeight + GAP;
    return placed;
  };
  const markers = lane(MARKERS_HEIGHT);
  const gaps = Array.from({ length: subjects }, () => lane(GAPS_HEIGHT));
  const sound = hasSound ? lane(SOUND_HEIGHT) : undefined;
  return { markers, gaps, sound, curves: lane(Math.max(LEAST_CURVES_HEIGHT, height - top)) };
}
