import type { Side } from '#shared/body/index.ts';
import { CLAY } from '../colors.ts';
import type { Point } from '../sculpt/distance.ts';
import { SkinnedSurface } from '../sculpt/skinnedSurface.ts';
import { addTube, type Section } from '../sculpt/tube.ts';
import {
  BONES,
  boneIndex,
  FINGER_LENGTHS,
  FINGERS,
  type Finger,
  PHALANGES,
  THUMB_DIRECTION,
} from '../skeleton/bones.ts';
import { type Bend, bindingAt, hangingSections, type ProfileRow } from './profile.ts';

const PALM: readonly ProfileRow[] = [
  [-0.006, 0, 0, 0.0185, 0.0262],
  [0.014, 0, 0.001, 0.0185, 0.0275],
  [0.04, 0.001, 0.001, 0.0175, 0.036],
  [0.068, 0.002, 0, 0.0155, 0.0402],
  [0.083, 0.002, -0.001, 0.0128, 0.0402],
  [0.091, 0.002, -0.001, 0.0098, 0.0385],
];
const PALM_SIDES = 14;
const FINGER_SIDES = 8;
/** Radius of each finger at its root, its middle and its last joint, and at its tip. */
const RADII: Readonly<Record<Finger | 'thumb', readonly [number, number, number, number]>> = {
  thumb: [0.0158, 0.0112, 0.0102, 0.0082],
  index: [0.0098, 0.0088, 0.0079, 0.0066],
  middle: [0.01, 0.009, 0.0081, 0.0067],
  ring: [0.0096, 0.0085, 0.0077, 0.0064],
  pinky: [0.0086, 0.0075, 0.0067, 0.0056],
};

/** A hand with five fingers, at the wrist of the bind pose. */
export function sculptHand(side: Side): SkinnedSurface {
  const surface = new SkinnedSurface();
  const hand = boneIndex(`${side}.hand`);
  const wrist = BONES[hand]?.at ?? [0, 0, 0];
  const sections = hangingSections({
    joint: wrist,
    out: side === 'left' ? 1 : -1,
    rows: PALM,
    bends: [{ below: -1, over: 0, bone: hand, next: hand }],
    step: 0.0085,
    caps: [0.25, 0.4],
  });
  addTube(surface, sections, PALM_SIDES);
  for (const finger of ['thumb', ...FINGERS] as const) addFinger(surface, side, finger, hand);
  return surface;
}

function addFinger(surface: SkinnedSurface, side: Side, finger: Finger | 'thumb', hand: number): void {
  const bones = PHALANGES.map((phalanx) => boneIndex(`${side}.${finger}${phalanx}`));
  const [first = 0, second = 0, third = 0] = bones;
  const [a, b] = FINGER_LENGTHS[finger];
  const isThumb = finger === 'thumb';
  const bends: Bend[] = [
    { below: 0, over: isThumb ? 0.012 : 0.009, bone: hand, next: first },
    { below: a, over: 0.006, bone: first, next: second },
    { below: a + b, over: 0.005, bone: second, next: third },
  ];
  const [dx, dy, dz] = isThumb ? THUMB_DIRECTION : ([0, -1, 0] as const);
  const way: Point = [side === 'left' ? dx : -dx, dy, dz];
  const root = BONES[first]?.at ?? [0, 0, 0];
  // The thumb is round but for its nail; `across` and `through` are square to its way.
  const length = Math.hypot(way[1], way[0]);
  const across: Point = [-way[1] / length, way[0] / length, 0];
  const through: Point = [-way[2] * across[1], way[2] * across[0], way[0] * across[1] - way[1] * across[0]];
  const scaled = ([x, y, z]: Point, by: number): Point => [x * by, y * by, z * by];
  const sections = rings(finger).map(
    ([below, radius]): Section => ({
      at: [root[0] + way[0] * below, root[1] + way[1] * below, root[2] + way[2] * below],
      across: scaled(across, radius * (isThumb ? 0.92 : 0.98)),
      through: scaled(through, radius),
      color: CLAY,
      binding: bindingAt(bends, below),
    }),
  );
  addTube(surface, sections, FINGER_SIDES);
}

/** Distance along the finger and radius of each ring, from inside the palm to the round tip. */
function rings(finger: Finger | 'thumb'): (readonly [below: number, radius: number])[] {
  const [a, b, c] = FINGER_LENGTHS[finger];
  const [r0, r1, r2, r3] = RADII[finger];
  const tip = a + b + c;
  // Bones are thinner between their joints.
  const shaft = (from: number, to: number): number => ((from + to) / 2) * 0.96;
  return [
    [-r0 * 0.85, r0 * 0.4],
    [-r0 * 0.5, r0 * 0.82],
    [0.0, r0],
    [0.009, r0 * 0.98],
    [a / 2, shaft(r0, r1)],
    [a - 0.007, r1],
    [a, r1 * 1.03],
    [a + 0.007, r1 * 0.98],
    [a + b / 2, shaft(r1, r2)],
    [a + b - 0.006, r2],
    [a + b, r2 * 1.02],
    [a + b + 0.006, r2 * 0.98],
    [tip - r3 * 0.75, r3],
    [tip - r3 * 0.25, r3 * 0.76],
    [tip, r3 * 0.28],
  ];
}
