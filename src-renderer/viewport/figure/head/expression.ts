import { SIDES } from '#shared/body/index.ts';
import { ARKIT_INDEX } from '#shared/face/index.ts';
import { LID_MORPHS } from './displacements.ts';
import { closeLids, type EyeCoefficients, type LidClosure } from './lids.ts';

const index = (name: string): number => ARKIT_INDEX.get(name) ?? -1;

const MOUTH_CLOSE = index('mouthClose');

/** What parts the lips. */
const PARTING = new Set([
  'jawOpen',
  'mouthFunnel',
  'mouthUpperUpLeft',
  'mouthUpperUpRight',
  'mouthLowerDownLeft',
  'mouthLowerDownRight',
]);
/** Of a relaxed face with its lips shut, a phone still tells of up to this much in them. */
const RELAXED = 0.25;

const partLips = (weight: number): number => (weight < RELAXED ? (weight * weight) / RELAXED : weight);

const LIDS = SIDES.map((side) => {
  const ending = side === 'left' ? 'Left' : 'Right';
  return {
    morphs: LID_MORPHS[side],
    blink: index(`eyeBlink${ending}`),
    squint: index(`eyeSquint${ending}`),
    wide: index(`eyeWide${ending}`),
    down: index(`eyeLookDown${ending}`),
    up: index(`eyeLookUp${ending}`),
  };
});

/**
 * Writes the influences of a head's morph targets.
 * @param morphs names of the targets, in the order of the influences
 * @returns a function from the 52 coefficients in ARKit's order to influences
 */
export function expressionWriter(
  morphs: readonly string[],
): (blendshapes: Float32Array, influences: Float32Array) => void {
  const sources = morphs.map(index);
  const isParting = morphs.map((name) => PARTING.has(name));
  const lids = LIDS.map(({ morphs: names, ...channels }) => ({
    ...channels,
    upper: morphs.indexOf(names.upper),
    lower: morphs.indexOf(names.lower),
  }));
  const jawTarget = morphs.indexOf('jawOpen');
  const closeTarget = morphs.indexOf('mouthClose');
  const closure: LidClosure = { upper: 0, lower: 0 };
  const eye: EyeCoefficients = { blink: 0, squint: 0, wide: 0, lookDown: 0, lookUp: 0 };

  return (blendshapes, influences) => {
    for (let target = 0; target < sources.length; target++) {
      const source = sources[target] ?? -1;
      if (source < 0) continue;
      const weight = blendshapes[source] ?? 0;
      influences[target] = isParting[target] ? partLips(weight) : weight;
    }
    // Lips can only be closed as far as the jaw has parted them.
    influences[closeTarget] = Math.min(blendshapes[MOUTH_CLOSE] ?? 0, influences[jawTarget] ?? 0);
    for (const { upper, lower, blink, squint, wide, down, up } of lids) {
      eye.blink = blendshapes[blink] ?? 0;
      eye.squint = blendshapes[squint] ?? 0;
      eye.wide = blendshapes[wide] ?? 0;
      eye.lookDown = blendshapes[down] ?? 0;
      eye.lookUp = blendshapes[up] ?? 0;
      closeLids(eye, closure);
      influences[upper] = closure.upper;
      influences[lower] = closure.lower;
    }
  };
}
