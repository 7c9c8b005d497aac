import { HAND_LANDMARKS, SIDES, type Side } from '#shared/body/index.ts';
import { ARKIT_INDEX } from '#shared/face/index.ts';
import type { TrackingFrame } from '#shared/formats/index.ts';
import type { Truth } from './truthSchema.ts';

/** A hand is there to be found when at least this share of it is in the picture. */
const WHOLE = 0.8;

/** How well a tracked clip agrees with what is true in it. */
export interface Agreement {
  /** Shares of all frames. */
  readonly pose: number;
  readonly face: number;
  /** Share of the frames in which a hand is in the picture. */
  readonly hands: Readonly<Record<Side, number>>;
  /** Share of the hands found that lie nearer to the other hand than to their own. */
  readonly swapped: number;
  /** Correlation of a coefficient's course, -1..1; NaN where it does not move. */
  course(coefficient: string): number;
}

export function agreementOf(truth: Truth, frames: readonly TrackingFrame[]): Agreement {
  const count = { left: 0, right: 0 };
  const found = { left: 0, right: 0 };
  let [all, swapped] = [0, 0];
  for (const [i, frame] of frames.entries()) {
    for (const side of SIDES) {
      const isThere = (truth.frames[i]?.inPicture[side] ?? 0) >= WHOLE;
      const hand = frame.hands[side];
      if (isThere) count[side]++;
      if (!hand) continue;
      if (isThere) found[side]++;
      all++;
      if (isNearerToOther(truth, i, side, hand.image)) swapped++;
    }
  }
  const share = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole);
  return {
    pose: share(frames.filter(({ pose }) => pose).length, frames.length),
    face: share(frames.filter(({ face }) => face).length, frames.length),
    hands: { left: share(found.left, count.left), right: share(found.right, count.right) },
    swapped: share(swapped, Math.max(1, all)),
    course(coefficient) {
      const at = ARKIT_INDEX.get(coefficient) ?? -1;
      const pairs = frames.flatMap(({ face }, i) =>
        face ? [[truth.frames[i]?.face[at] ?? 0, face.blendshapes[at] ?? 0] as const] : [],
      );
      return correlation(pairs);
    },
  };
}

const WRIST = HAND_LANDMARKS.indexOf('wrist');
const KNUCKLE = HAND_LANDMARKS.indexOf('middleMcp');

function isNearerToOther(truth: Truth, frame: number, side: Side, image: readonly number[]): boolean {
  const away = (letter: string): number => {
    const distance = (joint: string, landmark: number): number => {
      const at = truth.joints.indexOf(`${joint}_${letter}`);
      const places = truth.frames[frame]?.places ?? [];
      return Math.hypot(
        (places[2 * at] ?? 9) - (image[3 * landmark] ?? 0),
        (places[2 * at + 1] ?? 9) - (image[3 * landmark + 1] ?? 0),
      );
    };
    return distance('hand', WRIST) + distance('middle_01', KNUCKLE);
  };
  return side === 'left' ? away('r') < away('l') : away('l') < away('r');
}

function correlation(pairs: readonly (readonly [number, number])[]): number {
  const mean = (k: 0 | 1): number => pairs.reduce((sum, pair) => sum + pair[k], 0) / pairs.length;
  const [meanA, meanB] = [mean(0), mean(1)];
  let [ab, aa, bb] = [0, 0, 0];
  for (const [a, b] of pairs) {
    ab += (a - meanA) * (b - meanB);
    aa += (a - meanA) ** 2;
    bb += (b - meanB) ** 2;
  }
  return ab / Math.sqrt(aa * bb);
}
