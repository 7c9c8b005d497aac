import type { Finger } from '../skeleton/index.ts';

/** How a finger is held, in degrees: curl towards the palm of its three joints, and spread away from the middle finger. */
export type FingerShape = readonly [knuckle: number, middle: number, last: number, spread?: number];

/**
 * How a thumb is held, in degrees from rest, where it lies beside the palm: `across` the palm, `out` away from the palm's
 * plane towards its front, `roll` about itself towards the fingers, and the curl of its two outer joints.
 */
export interface ThumbShape {
  readonly across: number;
  readonly out: number;
  readonly roll: number;
  readonly curl: readonly [number, number];
}

export interface HandShape {
  readonly fingers: Readonly<Record<Finger, FingerShape>>;
  readonly thumb: ThumbShape;
}

const STRAIGHT: FingerShape = [0, 2, 2];
const FIST: FingerShape = [84, 98, 62];
const HOOK: FingerShape = [22, 62, 40];

const ASIDE: ThumbShape = { across: 6, out: 0, roll: 0, curl: [4, 4] };
const OVER_FIST: ThumbShape = { across: 12, out: 10, roll: 8, curl: [58, 48] };
const BESIDE_FIST: ThumbShape = { across: 22, out: 6, roll: 6, curl: [6, 6] };
const ABDUCTED: ThumbShape = { across: -34, out: 8, roll: -8, curl: [-4, -6] };
const FOLDED: ThumbShape = { across: 30, out: 0, roll: 0, curl: [50, 30] };

const spread = (finger: FingerShape, degrees: number): FingerShape => [
  finger[0],
  finger[1],
  finger[2],
  degrees,
];

/** Hands as sign languages and gestures hold them, by the letter or number of ASL where they have one. */
export const HAND_SHAPES = {
  relaxed: {
    fingers: { index: [14, 20, 12], middle: [18, 24, 14], ring: [22, 26, 15], pinky: [24, 26, 15, 4] },
    thumb: { across: 10, out: 8, roll: 8, curl: [10, 10] },
  },
  flat: { fingers: { index: STRAIGHT, middle: STRAIGHT, ring: STRAIGHT, pinky: STRAIGHT }, thumb: ASIDE },
  B: { fingers: { index: STRAIGHT, middle: STRAIGHT, ring: STRAIGHT, pinky: STRAIGHT }, thumb: FOLDED },
  five: {
    fingers: {
      index: spread(STRAIGHT, 12),
      middle: STRAIGHT,
      ring: spread(STRAIGHT, 10),
      pinky: spread(STRAIGHT, 22),
    },
    thumb: ABDUCTED,
  },
  claw: {
    fingers: {
      index: spread(HOOK, 10),
      middle: HOOK,
      ring: spread(HOOK, 8),
      pinky: spread(HOOK, 18),
    },
    thumb: { across: -20, out: 22, roll: 6, curl: [16, 30] },
  },
  S: { fingers: { index: FIST, middle: FIST, ring: FIST, pinky: FIST }, thumb: OVER_FIST },
  A: { fingers: { index: FIST, middle: FIST, ring: FIST, pinky: FIST }, thumb: BESIDE_FIST },
  thumbUp: { fingers: { index: FIST, middle: FIST, ring: FIST, pinky: FIST }, thumb: ABDUCTED },
  point: { fingers: { index: STRAIGHT, middle: FIST, ring: FIST, pinky: FIST }, thumb: OVER_FIST },
  L: { fingers: { index: STRAIGHT, middle: FIST, ring: FIST, pinky: FIST }, thumb: ABDUCTED },
  V: {
    fingers: { index: spread(STRAIGHT, 14), middle: spread(STRAIGHT, 10), ring: FIST, pinky: FIST },
    thumb: OVER_FIST,
  },
  Y: {
    fingers: { index: FIST, middle: FIST, ring: FIST, pinky: spread(STRAIGHT, 20) },
    thumb: ABDUCTED,
  },
  ILY: {
    fingers: { index: spread(STRAIGHT, 8), middle: FIST, ring: FIST, pinky: spread(STRAIGHT, 16) },
    thumb: ABDUCTED,
  },
  O: {
    fingers: { index: [46, 50, 30], middle: [50, 52, 32], ring: [52, 52, 32], pinky: [54, 50, 30] },
    thumb: { across: 22, out: 44, roll: 40, curl: [18, 22] },
  },
} as const satisfies Record<string, HandShape>;

export type HandShapeName = keyof typeof HAND_SHAPES;
