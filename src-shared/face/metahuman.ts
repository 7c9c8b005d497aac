import { z } from 'zod';
import { ARKIT_BLENDSHAPES, ARKIT_INDEX, type ArkitBlendshape } from './arkit.ts';

const arkitName = z.enum(ARKIT_BLENDSHAPES);
const controlName = z.string().regex(/^CTRL_expressions_[A-Za-z0-9]+$/);

/**
 * Controls that follow the ratio of two coefficients, clamped to 0..1; 0 while the denominator is below `zero_below`.
 * Unreal's ABP_MH_LiveLink drives the four mouthLipsTogether controls so, from mouthClose and jawOpen.
 */
const clampedRatioSchema = z.object({
  kind: z.literal('clamped_ratio'),
  numerator: arkitName,
  denominator: arkitName,
  zero_below: z.number().gt(0).max(1),
  controls: z.array(controlName).min(1),
});

/**
 * `metahuman_mapping.json`: how the 52 ARKit coefficients drive a MetaHuman's face controls. A control is either a
 * weighted sum of coefficients (weights 0..1 under `controls`) or the target of one rule, never both.
 */
export const metahumanMappingSchema = z
  .object({
    version: z.literal(1),
    source: z.string().min(1),
    controls: z.partialRecord(arkitName, z.record(controlName, z.number().min(0).max(1))),
    rules: z.array(clampedRatioSchema),
  })
  .refine(hasOneSourcePerControl, { error: 'a control is set by two rules, or by a rule and by a sum' });
export type MetahumanMapping = z.infer<typeof metahumanMappingSchema>;

export interface MetahumanMapper {
  /** Names of the controls, in the order in which `map` writes them. */
  readonly controls: readonly string[];
  /**
   * Writes one frame's control values, 0..1, into `out`. Allocates nothing.
   * @param coefficients 52 values in the order of `ARKIT_BLENDSHAPES`
   * @param out as long as `controls`
   */
  map(coefficients: ArrayLike<number>, out: Float32Array): void;
}

interface WeightedSum {
  readonly coefficients: number[];
  readonly weights: number[];
}

/** Compiles a mapping for use frame by frame. */
export function createMetahumanMapper(mapping: MetahumanMapping): MetahumanMapper {
  const sums = weightedSums(mapping);
  const sources = [...sums.values()];
  const ratios = mapping.rules.map((rule) => ({
    numerator: indexOf(rule.numerator),
    denominator: indexOf(rule.denominator),
    zeroBelow: rule.zero_below,
    count: rule.controls.length,
  }));
  return {
    controls: [...sums.keys(), ...mapping.rules.flatMap((rule) => rule.controls)],
    map(coefficients, out) {
      let control = 0;
      for (const source of sources) out[control++] = unit(sumOf(source, coefficients));
      for (const { numerator, denominator, zeroBelow, count } of ratios) {
        const divisor = coefficients[denominator] ?? 0;
        const ratio = divisor < zeroBelow ? 0 : unit((coefficients[numerator] ?? 0) / divisor);
        out.fill(ratio, control, control + count);
        control += count;
      }
    },
  };
}

function weightedSums(mapping: MetahumanMapping): Map<string, WeightedSum> {
  const sums = new Map<string, WeightedSum>();
  for (const name of ARKIT_BLENDSHAPES) {
    for (const [control, weight] of Object.entries(mapping.controls[name] ?? {})) {
      const sum = sums.get(control) ?? { coefficients: [], weights: [] };
      sum.coefficients.push(indexOf(name));
      sum.weights.push(weight);
      sums.set(control, sum);
    }
  }
  return sums;
}

function sumOf({ coefficients, weights }: WeightedSum, values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < coefficients.length; i++) {
    sum += (values[coefficients[i] ?? -1] ?? 0) * (weights[i] ?? 0);
  }
  return sum;
}

function hasOneSourcePerControl(mapping: {
  controls: Partial<Record<ArkitBlendshape, Record<string, number>>>;
  rules: readonly { controls: readonly string[] }[];
}): boolean {
  const summed = new Set(Object.values(mapping.controls).flatMap((targets) => Object.keys(targets)));
  const ruled = mapping.rules.flatMap((rule) => rule.controls);
  return new Set(ruled).size === ruled.length && ruled.every((control) => !summed.has(control));
}

const indexOf = (name: ArkitBlendshape): number => ARKIT_INDEX.get(name) ?? -1;

const unit = (value: number): number => Math.min(1, Math.max(0, value));
