import { ARKIT_BLENDSHAPES, ARKIT_INDEX, type ArkitBlendshape } from '../../face/index.ts';
import { createByteNames } from '../byteNames.ts';

type Weights = Partial<Record<ArkitBlendshape, number>>;

const both = (
  name: 'mouthSmile' | 'mouthFrown' | 'mouthStretch' | 'cheekSquint',
  weight: number,
): Weights => ({
  [`${name}Left`]: weight,
  [`${name}Right`]: weight,
});

/**
 * The expressions that every VRM model has, by their names in VRM 0 and VRM 1, as coefficients. A model may make
 * anything of them; how much of which coefficient comes nearest to their usual look is our choice. `Neutral` and the
 * expressions that a model has of its own say nothing of a face.
 */
const EXPRESSIONS: readonly (readonly [names: readonly string[], weights: Weights])[] = [
  [['A', 'aa'], { jawOpen: 0.6 }],
  [['I', 'ih'], { jawOpen: 0.15, ...both('mouthStretch', 0.5) }],
  [['U', 'ou'], { jawOpen: 0.1, mouthPucker: 0.7, mouthFunnel: 0.3 }],
  [['E', 'ee'], { jawOpen: 0.3, ...both('mouthStretch', 0.4) }],
  [['O', 'oh'], { jawOpen: 0.45, mouthFunnel: 0.6 }],
  [['Blink'], { eyeBlinkLeft: 1, eyeBlinkRight: 1 }],
  [['Blink_L', 'blinkLeft'], { eyeBlinkLeft: 1 }],
  [['Blink_R', 'blinkRight'], { eyeBlinkRight: 1 }],
  [['LookUp'], { eyeLookUpLeft: 1, eyeLookUpRight: 1 }],
  [['LookDown'], { eyeLookDownLeft: 1, eyeLookDownRight: 1 }],
  [['LookLeft'], { eyeLookOutLeft: 1, eyeLookInRight: 1 }],
  [['LookRight'], { eyeLookInLeft: 1, eyeLookOutRight: 1 }],
  [['Joy', 'happy'], { ...both('mouthSmile', 0.8), ...both('cheekSquint', 0.5) }],
  [['Fun', 'relaxed'], { ...both('mouthSmile', 0.5) }],
  [['Angry'], { browDownLeft: 0.9, browDownRight: 0.9, ...both('mouthFrown', 0.3) }],
  [['Sorrow', 'sad'], { browInnerUp: 0.8, ...both('mouthFrown', 0.6) }],
  [
    ['Surprised'],
    {
      eyeWideLeft: 0.8,
      eyeWideRight: 0.8,
      browInnerUp: 0.6,
      browOuterUpLeft: 0.6,
      browOuterUpRight: 0.6,
      jawOpen: 0.3,
    },
  ],
];

interface Share {
  /** Position in `ARKIT_BLENDSHAPES`. */
  readonly coefficient: number;
  readonly weight: number;
}

/** What each expression is made of. */
export const EXPRESSION_SHARES: readonly (readonly Share[])[] = EXPRESSIONS.map(([, weights]) =>
  Object.entries(weights).map(([name, weight]) => ({ coefficient: ARKIT_INDEX.get(name) ?? -1, weight })),
);

/** The coefficients in their order, then the expressions. */
export const BLEND_COUNT = ARKIT_BLENDSHAPES.length + EXPRESSIONS.length;

/** The names of weights, each with which of the `BLEND_COUNT` it is; capitals and small letters are one. */
export const BLEND_NAMES = createByteNames(
  [
    ...ARKIT_BLENDSHAPES.map((name, blend) => [name, blend] as const),
    ...EXPRESSIONS.flatMap(([aliases], expression) =>
      aliases.map((name) => [name, ARKIT_BLENDSHAPES.length + expression] as const),
    ),
  ],
  { ignoresCase: true },
);
