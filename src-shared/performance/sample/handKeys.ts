import type { HandHold, HandShapeName, Side } from '../../body/index.ts';

/** Where a hand goes, and how it is held there until it goes on. Times in seconds. */
export interface HandKey extends HandHold {
  /** When it sets out, and when it arrives. */
  readonly from: number;
  readonly at: number;
  readonly shape: HandShapeName;
}

type Hold = Omit<HandKey, 'from' | 'at'>;

const HANGING: Hold = {
  wrist: [0.24, 0.875, 0.05],
  fingers: [0.05, -1, 0.12],
  palm: [-1, 0, 0],
  shape: 'relaxed',
};
/** Before the chest, where signers sign. */
const SHOWN: Hold = { wrist: [0.2, 1.25, 0.26], fingers: [0.05, 1, 0.1], palm: [0, 0, 1], shape: 'flat' };
const showing = (shape: HandShapeName, turned: Partial<Hold> = {}): Hold => ({ ...SHOWN, shape, ...turned });

const key = (from: number, at: number, hold: Hold): HandKey => ({ from, at, ...hold });
const TURN_IN = { palm: [-1, 0, 0.1], fingers: [0, 1, 0.05] } as const;

/** Hand shapes one after the other, with both hands. */
const SHAPES: readonly HandKey[] = [
  key(13.2, 14.0, showing('five')),
  key(14.5, 14.9, showing('B')),
  key(15.3, 15.7, showing('S')),
  key(16.1, 16.5, showing('point')),
  key(16.9, 17.3, showing('V')),
  key(17.7, 18.1, showing('L')),
  key(18.5, 18.9, showing('Y')),
  key(19.3, 19.7, showing('ILY')),
  key(20.1, 20.5, showing('O', TURN_IN)),
  key(20.9, 21.3, showing('claw')),
];

/** The hands cross, one before the other, turn, leave the picture to the sides and come back. */
const CROSSING = (side: Side): readonly HandKey[] => {
  // The left hand passes nearer to the chest.
  const depth = side === 'left' ? 0.2 : 0.3;
  const high = side === 'left' ? 1.2 : 1.24;
  const flatIn = { fingers: [-0.45, 0.85, 0.1], palm: [0, 0.05, -1], shape: 'flat' } as const;
  return [
    key(22.2, 22.8, { ...flatIn, wrist: [0.2, 1.2, depth] }),
    key(23.0, 23.8, { ...flatIn, wrist: [-0.07, high, depth] }),
    key(24.4, 25.2, { ...flatIn, wrist: [0.24, 1.22, depth], shape: 'five' }),
    key(25.5, 26.2, { wrist: [0.62, 1.32, 0.12], fingers: [0.9, 0.35, 0.1], palm: [0, 0, 1], shape: 'five' }),
    key(27.0, 27.8, {
      wrist: [0.16, 1.27, 0.28],
      fingers: [-0.1, 1, 0.15],
      palm: [0, -0.1, 1],
      shape: 'flat',
    }),
    key(28.2, 28.8, {
      wrist: [0.06, 1.22, 0.24],
      fingers: [-0.3, 0.9, 0.35],
      palm: [-0.95, -0.2, 0],
      shape: 'flat',
    }),
  ];
};

const GOODBYE: Readonly<Record<Side, readonly HandKey[]>> = {
  left: [key(29.3, 30.2, HANGING)],
  right: [
    key(29.3, 30.0, { wrist: [0.26, 1.42, 0.2], fingers: [-0.25, 1, 0.1], palm: [0, 0, 1], shape: 'five' }),
    key(30.0, 30.3, { wrist: [0.28, 1.42, 0.2], fingers: [0.35, 1, 0.1], palm: [0, 0, 1], shape: 'five' }),
    key(30.3, 30.6, { wrist: [0.26, 1.42, 0.2], fingers: [-0.25, 1, 0.1], palm: [0, 0, 1], shape: 'five' }),
    key(30.6, 30.9, { wrist: [0.28, 1.42, 0.2], fingers: [0.35, 1, 0.1], palm: [0, 0, 1], shape: 'five' }),
    key(31.2, 32.2, HANGING),
  ],
};

const start: HandKey = key(-1, 0, HANGING);

export const HAND_KEYS: Readonly<Record<Side, readonly HandKey[]>> = {
  left: [start, ...SHAPES, ...CROSSING('left'), ...GOODBYE.left],
  right: [start, ...SHAPES, ...CROSSING('right'), ...GOODBYE.right],
};
