import type { ArkitBlendshape } from '../../face/index.ts';

/** Coefficients that rise, are held and fall again. Times in seconds. */
export interface FaceMove {
  readonly start: number;
  readonly end: number;
  readonly rise: number;
  readonly fall: number;
  readonly shapes: Shapes;
}
export type Shapes = Readonly<Partial<Record<ArkitBlendshape, number>>>;

function move(start: number, end: number, shapes: Shapes, rise = 0.22, fall = 0.26): FaceMove {
  return { start, end, rise, fall, shapes };
}

const both = (name: string, weight: number): Shapes => ({
  [`${name}Left`]: weight,
  [`${name}Right`]: weight,
});
const BLINK: Shapes = both('eyeBlink', 1);
const SMILE: Shapes = {
  ...both('mouthSmile', 0.85),
  ...both('cheekSquint', 0.5),
  ...both('eyeSquint', 0.25),
};

/** A range of motion of the face, from brows to tongue. */
const RANGE: readonly FaceMove[] = [
  move(0.5, 1.2, { browInnerUp: 0.9, ...both('browOuterUp', 0.8), ...both('eyeWide', 0.6) }),
  move(1.3, 2.0, { ...both('browDown', 0.9), ...both('eyeSquint', 0.5), ...both('noseSneer', 0.3) }),
  move(2.1, 2.6, { eyeBlinkLeft: 1, cheekSquintLeft: 0.5, mouthSmileLeft: 0.3 }, 0.12, 0.16),
  move(2.7, 3.2, { eyeBlinkRight: 1, cheekSquintRight: 0.5, mouthSmileRight: 0.3 }, 0.12, 0.16),
  move(3.3, 3.7, { eyeLookOutLeft: 0.8, eyeLookInRight: 0.8 }, 0.08, 0.08),
  move(3.7, 4.1, { eyeLookInLeft: 0.8, eyeLookOutRight: 0.8 }, 0.08, 0.08),
  move(4.1, 4.45, both('eyeLookUp', 0.7), 0.08, 0.08),
  move(4.45, 4.8, both('eyeLookDown', 0.7), 0.08, 0.1),
  move(4.9, 5.6, { jawOpen: 0.85 }),
  move(5.7, 6.4, SMILE),
  move(6.4, 7.0, { mouthPucker: 0.9 }),
  move(7.0, 7.6, { mouthFunnel: 0.85, jawOpen: 0.2 }),
  move(7.6, 8.1, { ...both('mouthFrown', 0.8), mouthShrugLower: 0.4 }),
  move(8.1, 8.6, { cheekPuff: 0.8 }),
  move(8.6, 8.95, { mouthLeft: 0.7 }, 0.16, 0.16),
  move(8.95, 9.3, { mouthRight: 0.7 }, 0.16, 0.16),
  move(9.35, 9.9, { jawOpen: 0.45, tongueOut: 0.9, ...both('mouthLowerDown', 0.2) }),
];

/** What the face does besides while it speaks, signs and ends. */
const COMPANY: readonly FaceMove[] = [
  move(10.1, 13.0, { ...both('mouthSmile', 0.22), browInnerUp: 0.15 }, 0.4, 0.5),
  move(10.5, 10.9, both('browOuterUp', 0.5), 0.14, 0.2),
  move(12.1, 12.5, { browInnerUp: 0.45, ...both('browOuterUp', 0.3) }, 0.14, 0.2),
  move(14.5, 17.0, { ...both('browDown', 0.25), ...both('eyeSquint', 0.15) }, 0.4, 0.4),
  move(18.0, 20.0, both('mouthSmile', 0.35), 0.4, 0.5),
  move(24.0, 26.0, { browInnerUp: 0.5, ...both('browOuterUp', 0.4) }, 0.3, 0.4),
  move(30.5, 32.6, SMILE, 0.4, 0.7),
];

/** People blink where a thought ends; seconds. */
const BLINKS = [0.25, 4.83, 6.42, 10.0, 11.6, 13.4, 16.1, 18.7, 21.2, 23.6, 26.4, 28.9, 31.2];

export const FACE_MOVES: readonly FaceMove[] = [
  ...RANGE,
  ...COMPANY,
  ...BLINKS.map((at) => move(at, at + 0.26, BLINK, 0.09, 0.15)),
];
