import {
  ARKIT_BLENDSHAPE_COUNT,
  createFaceRig,
  createRandom,
  DEFAULT_RIG,
  type FilterSettings,
  presetSchema,
  type RigPreset,
} from '../../src-shared/face/index.ts';
import type { Figure } from '../figure.ts';
import { createSmoothingMeter } from './jitter.ts';
import { FRAMES_PER_SECOND, type FramedTake } from './take.ts';

const NOISE = 0.01;
const NOISE_SEED = 5;
const EMA_CUTOFFS_HZ = [3, 4, 5, 6, 8, 10, 12, 16, 20, 26];
/** One Euro with the default's middle values and a rising beta. */
const EURO_BETAS = [2, 4, 8, 12, 16, 24, 32, 64];
const EURO = { filter: 'one_euro', minCutoffHz: 2, derivativeCutoffHz: 2 } as const;

/** How much jitter one filter takes away, 0..1, and how many frames late it is in fast motion. */
interface Point {
  readonly calmer: number;
  readonly lag: number;
}

/** Jitter and lag of the whole rig on the take with noise, for its own settings and for the two filters over their range. */
export function measureSmoothing(take: FramedTake): Figure[] {
  const random = createRandom(NOISE_SEED);
  const noisy = Float32Array.from(take.blendshapes, (value) => value + NOISE * random.normal());
  const meter = createSmoothingMeter(take.blendshapes, take.frames, ARKIT_BLENDSHAPE_COUNT);
  const raw = meter.jitter(smoothed(noisy, withFilter({ filter: 'none' })));
  const point = (settings: RigPreset): Point => {
    const result = smoothed(noisy, settings);
    return { calmer: 1 - meter.jitter(result) / raw, lag: meter.lag(result) };
  };
  const chosen = point(DEFAULT_RIG);
  const ema = EMA_CUTOFFS_HZ.map((cutoffHz) => ({
    cutoffHz,
    ...point(withFilter({ filter: 'ema', cutoffHz })),
  }));
  const euro = EURO_BETAS.map((beta) => ({ beta, ...point(withFilter({ ...EURO, beta })) }));
  return [
    { key: 'raw_jitter', value: raw * 1000, unit: '1e-3 weight/frame^2' },
    { key: 'jitter_reduction', value: chosen.calmer * 100, unit: '%', target: { atLeast: 70 } },
    { key: 'added_lag', value: chosen.lag, unit: 'frames', target: { atMost: 1 } },
    {
      key: 'one_euro_over_ema_at_equal_lag',
      value: (chosen.calmer - at(ema, chosen.lag)) * 100,
      unit: 'points',
      target: { atLeast: 0 },
    },
    ...ema.flatMap(({ cutoffHz, ...found }) => curve(`ema_${cutoffHz}hz`, found)),
    ...euro.flatMap(({ beta, ...found }) => curve(`one_euro_beta_${beta}`, found)),
  ];
}

function curve(key: string, { calmer, lag }: Point): Figure[] {
  return [
    { key: `curve_${key}_reduction`, value: calmer * 100, unit: '%' },
    { key: `curve_${key}_lag`, value: lag, unit: 'frames' },
  ];
}

/** What a curve takes away at a lag, between its points. */
function at(points: readonly Point[], lag: number): number {
  const sorted = [...points].sort((a, b) => a.lag - b.lag);
  const after = sorted.findIndex((point) => point.lag >= lag);
  const right = sorted[after] ?? sorted[sorted.length - 1];
  const left = sorted[after - 1] ?? right;
  if (!left || !right || right.lag === left.lag) return right?.calmer ?? 0;
  return left.calmer + ((right.calmer - left.calmer) * (lag - left.lag)) / (right.lag - left.lag);
}

function withFilter(filter: FilterSettings): RigPreset {
  const { filters } = DEFAULT_RIG.smoothing;
  const same = Object.fromEntries(Object.keys(filters).map((region) => [region, filter]));
  const preset = presetSchema.parse({
    ...DEFAULT_RIG,
    smoothing: { ...DEFAULT_RIG.smoothing, filters: same },
  });
  if (preset.kind !== 'rig') throw new Error('no rig settings');
  return preset;
}

/** The take through a rig that only tracks and shows ARKit's own targets: the smoother, and the rest of the path unused. */
function smoothed(blendshapes: Float32Array, settings: RigPreset): Float32Array {
  const rig = createFaceRig({
    profile: 'arkit',
    settings: {
      ...settings,
      layers: { idle: 0, tracking: 1, speech: 0, emotion: 0, micro: 0, manual: 0 },
      followThrough: [],
    },
    constraints: { format: 'mimesis-preset', version: 1, kind: 'constraints', name: 'none', rules: [] },
  });
  const frames = blendshapes.length / ARKIT_BLENDSHAPE_COUNT;
  const result = new Float32Array(blendshapes.length);
  for (let frame = 0; frame < frames; frame++) {
    const start = frame * ARKIT_BLENDSHAPE_COUNT;
    const row = blendshapes.subarray(start, start + ARKIT_BLENDSHAPE_COUNT);
    result.set(rig.evaluate(frame / FRAMES_PER_SECOND, { blendshapes: row }).weights, start);
  }
  return result;
}
