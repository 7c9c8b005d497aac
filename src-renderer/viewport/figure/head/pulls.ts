import type { ArkitBlendshape } from '#shared/face/index.ts';
import type { Point } from '../sculpt/distance.ts';
import { MOUTH, MOUTH_HALF_WIDTH } from './form.ts';

/** How a muscle moves the skin: `move` in metres at its middle, falling to 1/e at `reach` along each axis. */
export interface Pull {
  readonly at: Point;
  readonly reach: Point;
  readonly move: Point;
  /** Only this lip and the skin on its side of the seam. */
  readonly half?: 'upper' | 'lower';
}

const [, SEAM, FRONT] = MOUTH;
const CORNER: Point = [MOUTH_HALF_WIDTH, SEAM, 0.08];
const MIDDLE: Point = [0, SEAM, FRONT];
const LIPS: Point = [0.026, 0.013, 0.03];
const LIP_SIDE: Point = [0.012, SEAM, 0.089];
const AROUND_CORNER: Point = [0.0155, 0.0125, 0.03];
const CHEEK: Point = [0.039, -0.012, 0.066];

const mirrored = ([x, y, z]: Point): Point => [-x, y, z];
const onRight = (pull: Pull): Pull => ({ ...pull, at: mirrored(pull.at), move: mirrored(pull.move) });
const onBoth = (pull: Pull): Pull[] => [pull, onRight(pull)];

/** Shapes of one side, written for the left. */
const SIDED = {
  mouthSmile: [
    { at: CORNER, reach: AROUND_CORNER, move: [0.0075, 0.0088, -0.0052] },
    { at: CHEEK, reach: [0.019, 0.019, 0.03], move: [0.0012, 0.0045, 0.0032] },
    { at: LIP_SIDE, reach: [0.012, 0.01, 0.02], move: [0.001, 0.0006, -0.0028] },
  ],
  mouthFrown: [
    { at: CORNER, reach: AROUND_CORNER, move: [0.0005, -0.0088, -0.0012] },
    { at: [0.022, -0.066, 0.078], reach: [0.014, 0.013, 0.03], move: [0, -0.0022, 0.0008] },
  ],
  mouthDimple: [{ at: CORNER, reach: [0.012, 0.011, 0.03], move: [0.0048, 0.0012, -0.005] }],
  mouthStretch: [{ at: CORNER, reach: [0.017, 0.016, 0.03], move: [0.008, -0.0032, -0.0042] }],
  mouthPress: [
    { at: LIP_SIDE, reach: [0.014, 0.007, 0.02], move: [0, -0.0014, -0.0012], half: 'upper' },
    { at: LIP_SIDE, reach: [0.014, 0.008, 0.02], move: [0, 0.0018, -0.0012], half: 'lower' },
  ],
  mouthLowerDown: [
    {
      at: [0.0125, SEAM, 0.088],
      reach: [0.0125, 0.015, 0.03],
      move: [0.0014, -0.0085, -0.001],
      half: 'lower',
    },
  ],
  mouthUpperUp: [
    {
      at: [0.0115, SEAM, 0.088],
      reach: [0.0125, 0.015, 0.03],
      move: [0.0008, 0.0072, 0.0008],
      half: 'upper',
    },
    { at: [0.022, -0.026, 0.082], reach: [0.012, 0.014, 0.03], move: [0, 0.0022, 0.0012] },
  ],
  browDown: [
    { at: [0.016, 0.0395, 0.082], reach: [0.017, 0.0125, 0.03], move: [-0.0028, -0.0058, 0.0012] },
    { at: [0.036, 0.0425, 0.068], reach: [0.014, 0.0115, 0.03], move: [0, -0.0038, 0] },
  ],
  browOuterUp: [
    { at: [0.037, 0.0435, 0.068], reach: [0.0165, 0.0165, 0.03], move: [0.0006, 0.0092, -0.0022] },
  ],
  cheekSquint: [{ at: [0.037, -0.003, 0.072], reach: [0.018, 0.013, 0.03], move: [0, 0.0052, 0.0022] }],
  noseSneer: [
    { at: [0.0115, -0.015, 0.094], reach: [0.009, 0.011, 0.02], move: [0.0008, 0.0046, 0] },
    { at: [0.013, -0.036, 0.088], reach: [0.011, 0.012, 0.03], move: [0, 0.0032, 0.0006], half: 'upper' },
  ],
} satisfies Record<string, readonly Pull[]>;

const CENTRAL = {
  mouthFunnel: [
    { at: MIDDLE, reach: [0.021, 0.012, 0.03], move: [0, 0.0034, 0.0078], half: 'upper' },
    { at: MIDDLE, reach: [0.021, 0.013, 0.03], move: [0, -0.0042, 0.0078], half: 'lower' },
    ...onBoth({ at: CORNER, reach: [0.013, 0.012, 0.03], move: [-0.0072, 0, 0.0045] }),
  ],
  mouthPucker: [
    { at: MIDDLE, reach: [0.017, 0.012, 0.03], move: [0, 0, 0.0092] },
    ...onBoth({ at: CORNER, reach: [0.014, 0.013, 0.03], move: [-0.0098, 0, 0.006] }),
    ...onBoth({ at: LIP_SIDE, reach: [0.01, 0.01, 0.03], move: [-0.0026, 0, 0.0012] }),
  ],
  mouthLeft: [{ at: MIDDLE, reach: [0.03, 0.019, 0.03], move: [0.0105, 0, -0.0012] }],
  mouthRight: [{ at: MIDDLE, reach: [0.03, 0.019, 0.03], move: [-0.0105, 0, -0.0012] }],
  mouthRollLower: [{ at: MIDDLE, reach: [0.024, 0.0085, 0.02], move: [0, 0.0026, -0.0062], half: 'lower' }],
  mouthRollUpper: [{ at: MIDDLE, reach: [0.024, 0.0075, 0.02], move: [0, -0.0018, -0.0056], half: 'upper' }],
  mouthShrugLower: [
    { at: [0, SEAM - 0.012, FRONT], reach: [0.022, 0.017, 0.03], move: [0, 0.0056, 0.0026], half: 'lower' },
  ],
  mouthShrugUpper: [{ at: MIDDLE, reach: [0.022, 0.012, 0.03], move: [0, 0.004, 0.0014], half: 'upper' }],
  browInnerUp: onBoth({
    at: [0.013, 0.0415, 0.082],
    reach: [0.0145, 0.0165, 0.03],
    move: [0, 0.0094, -0.0012],
  }),
  cheekPuff: [
    ...onBoth({ at: [0.041, -0.036, 0.052], reach: [0.022, 0.022, 0.03], move: [0.0105, 0.0005, 0.0075] }),
    { at: MIDDLE, reach: LIPS, move: [0, 0, 0.0022] },
  ],
} satisfies Partial<Record<ArkitBlendshape, readonly Pull[]>>;

/** The pulls of each coefficient that moves skin alone; jaw, eyes, eyelids and tongue are moved elsewhere. */
export const PULLS: ReadonlyMap<string, readonly Pull[]> = new Map([
  ...Object.entries(SIDED).flatMap(([name, pulls]): [string, readonly Pull[]][] => [
    [`${name}Left`, pulls],
    [`${name}Right`, pulls.map(onRight)],
  ]),
  ...Object.entries(CENTRAL),
]);

/** Share of a pull that a point feels, 0..1, lips aside. */
export function pullAt({ at, reach }: Pull, x: number, y: number, z: number): number {
  const dx = (x - at[0]) / reach[0];
  const dy = (y - at[1]) / reach[1];
  const dz = (z - at[2]) / reach[2];
  return Math.exp(-(dx * dx + dy * dy + dz * dz));
}
