import type { VisemeCue } from '../../face/index.ts';
import type { FaceMove, Shapes } from './faceMoves.ts';

const CLOSED: Shapes = { mouthClose: 0.02, mouthPressLeft: 0.3, mouthPressRight: 0.3, mouthRollLower: 0.3 };
/** Mouths by the sound they make. */
const MOUTHS = {
  w: { mouthPucker: 0.75, jawOpen: 0.06 },
  eh: {
    jawOpen: 0.3,
    mouthStretchLeft: 0.2,
    mouthStretchRight: 0.2,
    mouthUpperUpLeft: 0.15,
    mouthUpperUpRight: 0.15,
  },
  l: { jawOpen: 0.14, mouthLowerDownLeft: 0.2, mouthLowerDownRight: 0.2 },
  k: { jawOpen: 0.17, mouthLowerDownLeft: 0.1, mouthLowerDownRight: 0.1 },
  uh: { jawOpen: 0.36, mouthLowerDownLeft: 0.15, mouthLowerDownRight: 0.15 },
  m: CLOSED,
  t: {
    jawOpen: 0.1,
    mouthLowerDownLeft: 0.25,
    mouthLowerDownRight: 0.25,
    mouthUpperUpLeft: 0.1,
    mouthUpperUpRight: 0.1,
  },
  oo: { mouthPucker: 0.6, mouthFunnel: 0.3, jawOpen: 0.1 },
  ih: { jawOpen: 0.16, mouthStretchLeft: 0.25, mouthStretchRight: 0.25 },
  ee: {
    jawOpen: 0.09,
    mouthSmileLeft: 0.25,
    mouthSmileRight: 0.25,
    mouthStretchLeft: 0.25,
    mouthStretchRight: 0.25,
  },
  s: {
    jawOpen: 0.05,
    mouthStretchLeft: 0.2,
    mouthStretchRight: 0.2,
    mouthLowerDownLeft: 0.3,
    mouthLowerDownRight: 0.3,
  },
  oh: { jawOpen: 0.26, mouthFunnel: 0.5 },
} as const satisfies Record<string, Shapes>;

/** "Welcome to Mimesis Studio.": sounds and how long each lasts, in seconds. */
const SOUNDS: readonly (readonly [keyof typeof MOUTHS, number])[] = [
  ['w', 0.11],
  ['eh', 0.12],
  ['l', 0.09],
  ['k', 0.09],
  ['uh', 0.09],
  ['m', 0.11],
  ['t', 0.08],
  ['oo', 0.1],
  ['m', 0.11],
  ['ih', 0.09],
  ['m', 0.11],
  ['ee', 0.13],
  ['s', 0.11],
  ['ih', 0.09],
  ['s', 0.12],
  ['s', 0.1],
  ['t', 0.08],
  ['oo', 0.13],
  ['t', 0.08],
  ['ee', 0.1],
  ['oh', 0.24],
];
const LINE_START = 10.45;
/** Sounds run into each other by this much at either end, in seconds. */
const OVERLAP = 0.045;

function mouthMoves(): FaceMove[] {
  let at = LINE_START;
  return SOUNDS.map(([sound, duration]) => {
    const start = at - OVERLAP;
    at += duration;
    const rise = Math.min(0.09, duration);
    return { start, end: at + OVERLAP, rise, fall: rise, shapes: MOUTHS[sound] };
  });
}

/** The mouth of a line that is spoken. */
export const SPOKEN_LINE: readonly FaceMove[] = mouthMoves();

/** The viseme of each sound, as the rig's speech layer names them. */
const VISEMES: Readonly<Record<keyof typeof MOUTHS, string>> = {
  w: 'W_OO',
  eh: 'AE',
  l: 'T_L_D_N',
  k: 'K_G_H_NG',
  uh: 'Ah',
  m: 'B_M_P',
  t: 'T_L_D_N',
  oo: 'W_OO',
  ih: 'IH',
  ee: 'EE',
  s: 'S_Z',
  oh: 'Oh',
};

function visemeCues(): VisemeCue[] {
  let at = 0;
  return SOUNDS.map(([sound, durationSeconds]) => {
    const startSeconds = at;
    at += durationSeconds;
    return { viseme: VISEMES[sound], startSeconds, durationSeconds };
  });
}

/** The same line for the rig's speech layer, which makes its own mouths. */
export const SPOKEN_CUES: readonly VisemeCue[] = visemeCues();
