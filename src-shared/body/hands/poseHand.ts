import type { Side } from '../landmarks.ts';
import {
  FINGERS,
  type JointName,
  jointIndex,
  multiplyQuaternions,
  radians,
  setAxisAngle,
  sideLetter,
} from '../skeleton/index.ts';
import type { HandShape } from './handShapes.ts';

const X = [1, 0, 0] as const;
const Y = [0, 1, 0] as const;
const Z = [0, 0, 1] as const;
/** About which the left thumb's outer joints bend: square to where it points at rest and to the palm's front. */
const THUMB_HINGE = { left: [0.54626, 0.82139, -0.16408], right: [0.54626, -0.82139, 0.16408] } as const;

const turn = new Float32Array(4);
const other = new Float32Array(4);

const jointsOf = (side: Side, part: string): number[] =>
  [1, 2, 3].map((n) => jointIndex(`${part}_0${n}_${sideLetter(side)}` as JointName));
const chainsOf = (side: Side) => ({
  thumb: jointsOf(side, 'thumb'),
  fingers: FINGERS.map((finger) => ({ finger, joints: jointsOf(side, finger) })),
});
const CHAINS = { left: chainsOf('left'), right: chainsOf('right') };

/**
 * Holds the fingers of a hand between two shapes.
 * @param share of the second shape, 0..1
 * @param rotations of a canonical skeleton to the parents, 4 numbers a joint
 */
export function poseHand(
  side: Side,
  from: HandShape,
  to: HandShape,
  share: number,
  rotations: Float32Array,
): void {
  // What curls a left hand's finger about z uncurls a right one's.
  const sign = side === 'left' ? 1 : -1;
  const blend = (a: number | undefined, b: number | undefined): number =>
    radians((a ?? 0) * (1 - share) + (b ?? 0) * share);
  const { fingers, thumb } = CHAINS[side];
  for (const { finger, joints } of fingers) {
    const a = from.fingers[finger];
    const b = to.fingers[finger];
    for (let i = 0; i < joints.length; i++) {
      const at = 4 * (joints[i] ?? 0);
      setAxisAngle(rotations, at, Z, -sign * blend(a[i], b[i]));
      if (i > 0) continue;
      // The index spreads towards the thumb, the others away from it.
      const direction = finger === 'index' ? -1 : 1;
      setAxisAngle(turn, 0, Y, sign * direction * blend(a[3], b[3]));
      multiplyQuaternions(turn, 0, rotations, at, rotations, at);
    }
  }
  const [root = 0, middle = 0, tip = 0] = thumb;
  const at = 4 * root;
  // Mirrored, a turn about x stays as it is; those about y and z turn back.
  setAxisAngle(rotations, at, X, -blend(from.thumb.roll, to.thumb.roll));
  setAxisAngle(turn, 0, Z, -sign * blend(from.thumb.out, to.thumb.out));
  setAxisAngle(other, 0, Y, sign * blend(from.thumb.across, to.thumb.across));
  multiplyQuaternions(turn, 0, rotations, at, rotations, at);
  multiplyQuaternions(other, 0, rotations, at, rotations, at);
  const hinge = THUMB_HINGE[side];
  setAxisAngle(rotations, 4 * middle, hinge, blend(from.thumb.curl[0], to.thumb.curl[0]));
  setAxisAngle(rotations, 4 * tip, hinge, blend(from.thumb.curl[1], to.thumb.curl[1]));
}
