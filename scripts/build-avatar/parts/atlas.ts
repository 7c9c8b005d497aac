import type { Islands } from '../person/islands.ts';

type Uv = readonly [number, number];

/** Rectangles of the source's picture: the head, which lies on its side there, and one hand. */
const HEAD = { u: [0.6405, 0.9945], v: [0.148, 0.8185] } as const;
const HAND = { u: [0.3605, 0.555], v: [0.01, 0.198] } as const;
/** The left hand's coordinates are the right one's, mirrored about this line. */
const HAND_MIRROR = 0.55414 + 0.57027;

/** The strip at the foot of the head's picture for what is hardly seen: throat, mouth bag, sockets. */
const STRIP = 0.14;
const STRIP_PLACES = {
  trunk: { from: { u: [0.232, 0.529], v: [0.826, 0.975] }, to: [0, 0.6] },
  mouthBag: { from: { u: [0.757, 0.9245], v: [0.011, 0.137] }, to: [0.61, 0.78] },
  leftSocket: { from: { u: [0.0855, 0.152], v: [0.547, 0.634] }, to: [0.79, 0.88] },
  rightSocket: { from: { u: [0.011, 0.0775], v: [0.547, 0.634] }, to: [0.89, 0.98] },
} as const;

/** How much denser the picture is at the face than the source's: the back of the head gives the room. */
const FACE_DENSITY = 1.2;

const share = (value: number, [from, to]: readonly [number, number]): number => (value - from) / (to - from);

/** Stretches the middle of 0..1 and squeezes its ends. */
function stretchMiddle(t: number): number {
  const from = 2 * t - 1;
  const size = Math.abs(from);
  return 0.5 + (Math.sign(from) * (1 + FACE_DENSITY) * size) / (1 + FACE_DENSITY * size) / 2;
}

/** Whether a place of the head's picture belongs to the mouth bag. */
export function isMouthBag([u, v]: Uv): boolean {
  const [left, right] = STRIP_PLACES.mouthBag.to;
  return v < STRIP - 0.004 && u >= left - 0.002 && u <= right + 0.002;
}

/** The head mesh's own texture coordinates. */
export function headUv([u, v]: Uv, region: keyof Islands): Uv {
  if (region === 'head') {
    return [share(u, HEAD.u), STRIP + (1 - STRIP) * stretchMiddle(share(v, HEAD.v))];
  }
  const place = STRIP_PLACES[region as keyof typeof STRIP_PLACES];
  const [left, right] = place.to;
  return [left + (right - left) * share(u, place.from.u), 0.004 + (STRIP - 0.012) * share(v, place.from.v)];
}

/** The strip under the hand's picture for the end of the forearm, and where the right one lies in the source's. */
const WRIST = { height: 0.12, u: [0.0085, 0.0405], v: [0.795, 0.858] } as const;
const TRUNK_MIRROR = 0.75185 + 0.009208;

/** Both hands share one picture, the left one mirrored; the forearm's end lies in a strip below. */
export function handUv([u, v]: Uv, region: keyof Islands): Uv {
  if (region === 'trunk') {
    const across = u > TRUNK_MIRROR / 2 ? TRUNK_MIRROR - u : u;
    return [share(v, WRIST.v), (WRIST.height - 0.015) * share(across, WRIST.u)];
  }
  const own = share(region === 'leftHand' ? HAND_MIRROR - u : u, HAND.u);
  return [own, WRIST.height + (1 - WRIST.height) * share(v, HAND.v)];
}
