import { ARKIT_BLENDSHAPES, type ArkitBlendshape } from '#shared/face/index.ts';

/** A face as lines, in units of a picture that reaches from -24 to 24 and from -20 to 20; y down. */
export interface FaceLines {
  readonly head: string;
  readonly brows: string;
  /** Of each eye, the right one of the picture first: that is the subject's left. */
  readonly eyes: readonly Eye[];
  readonly mouth: string;
  /** Whether one sees into it. */
  readonly isMouthOpen: boolean;
}

interface Eye {
  readonly x: number;
  readonly y: number;
  /** Half heights of what is open, in units; 0 for a shut one. */
  readonly openness: number;
  readonly pupilX: number;
  readonly pupilY: number;
}

const INDEX = new Map<string, number>(ARKIT_BLENDSHAPES.map((name, index) => [name, index]));

/** Where things are in a face at rest. */
const EYE = { x: 6, y: -4, halfHeight: 2.4 };
const BROW = { inner: 2.6, outer: 9.4, y: -9 };
const MOUTH = { y: 8, halfWidth: 5 };
const JAW = 15;

/** Draws a face by its 52 coefficients, seen from the front: few lines, each moved by what moves it in a face. */
export function faceLines(weights: readonly number[]): FaceLines {
  const weight = (name: ArkitBlendshape): number => weights[INDEX.get(name) ?? -1] ?? 0;
  const jaw = weight('jawOpen');
  return {
    head: headPath(JAW + 4 * jaw, 13.5 + 2 * weight('cheekPuff')),
    brows: `${browPath('Left', weight)}${browPath('Right', weight)}`,
    eyes: [eyeOf('Left', weight), eyeOf('Right', weight)],
    ...mouthOf(weight),
  };
}

type Weight = (name: ArkitBlendshape) => number;
type Side = 'Left' | 'Right';

/** To the right in the picture lies the subject's left. */
const direction = (side: Side): number => (side === 'Left' ? 1 : -1);

function headPath(chin: number, halfWidth: number): string {
  const w = round(halfWidth);
  return `M${-w} -3C${-w} -22 ${w} -22 ${w} -3C${w} ${round(chin - 5)} ${round(w / 2)} ${round(chin)} 0 ${round(chin)}S${-w} ${round(chin - 5)} ${-w} -3Z`;
}

function browPath(side: Side, weight: Weight): string {
  const down = 2 * weight(`browDown${side}`);
  const inner = BROW.y + down - 3 * weight('browInnerUp');
  const outer = BROW.y + down / 2 - 3 * weight(`browOuterUp${side}`);
  const sign = direction(side);
  return `M${sign * BROW.inner} ${round(inner)}L${sign * BROW.outer} ${round(outer + 0.6)}`;
}

function eyeOf(side: Side, weight: Weight): Eye {
  const sign = direction(side);
  const shut = Math.max(weight(`eyeBlink${side}`), 0.7 * weight(`eyeSquint${side}`));
  const out = weight(`eyeLookOut${side}`) - weight(`eyeLookIn${side}`);
  const down = weight(`eyeLookDown${side}`) - weight(`eyeLookUp${side}`);
  return {
    x: sign * EYE.x,
    y: EYE.y,
    openness: round(Math.max(0, EYE.halfHeight * (1 - shut) + 1.2 * weight(`eyeWide${side}`))),
    pupilX: round(sign * EYE.x + 1.6 * sign * out),
    pupilY: round(EYE.y + 1.2 * down),
  };
}

function mouthOf(weight: Weight): Pick<FaceLines, 'mouth' | 'isMouthOpen'> {
  const narrow = 3.2 * weight('mouthPucker') + 2 * weight('mouthFunnel');
  const shift =
    3 * (weight('mouthLeft') - weight('mouthRight')) + 2 * (weight('jawLeft') - weight('jawRight'));
  const corner = (side: Side): { x: number; y: number } => ({
    x: shift + direction(side) * Math.max(1.2, MOUTH.halfWidth - narrow + reach(side, weight)),
    y: MOUTH.y - 3.5 * weight(`mouthSmile${side}`) + 3 * weight(`mouthFrown${side}`),
  });
  const lifted = weight('mouthUpperUpLeft') + weight('mouthUpperUpRight');
  const lowered = weight('mouthLowerDownLeft') + weight('mouthLowerDownRight');
  const open =
    Math.max(0, 9 * (weight('jawOpen') - weight('mouthClose'))) + 1.5 * weight('mouthFunnel') + lowered;
  const [left, right] = [corner('Left'), corner('Right')];
  const top = round(MOUTH.y - 1.2 * lifted + 0.4);
  const bottom = round(MOUTH.y + 2 * open + 0.8);
  const curve = (y: number, to: { x: number; y: number }): string =>
    `Q${round(shift)} ${y} ${round(to.x)} ${round(to.y)}`;
  return {
    mouth: `M${round(right.x)} ${round(right.y)}${curve(top, left)}${curve(bottom, right)}Z`,
    isMouthOpen: open + lifted > 0.8,
  };
}

function reach(side: Side, weight: Weight): number {
  return 2 * weight(`mouthSmile${side}`) + 2 * weight(`mouthStretch${side}`) + weight(`mouthDimple${side}`);
}

/** Hundredths are finer than any screen. */
const round = (value: number): number => Math.round(value * 100) / 100;
