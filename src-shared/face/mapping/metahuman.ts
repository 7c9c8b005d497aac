import { ARKIT_BLENDSHAPES } from '../arkit.ts';
import { type MappingPreset, mappingPresetSchema } from '../presets/index.ts';
import { compileMapping } from './compile.ts';

const CONTROL = /^CTRL_expressions_[A-Za-z0-9]+$/;
const arkitNames = new Set<string>(ARKIT_BLENDSHAPES);

/**
 * `metahuman_mapping.json`: a mapping from the 52 ARKit coefficients to a MetaHuman's face controls, with weights 0..1.
 * Its importer in Unreal knows neither offsets nor limits.
 */
export const metahumanMappingSchema = mappingPresetSchema
  .refine(({ from, to }) => from === 'arkit' && to === 'metahuman', {
    error: 'the mapping does not lead from ARKit to MetaHuman',
  })
  .refine(({ offsets, limits }) => !offsets && !limits, {
    error: 'offsets and limits cannot be used in Unreal',
  })
  .refine((mapping) => sourcesOf(mapping).every((name) => arkitNames.has(name)), {
    error: 'a source is no ARKit coefficient',
  })
  .refine((mapping) => controlsOf(mapping).every((name) => CONTROL.test(name)), {
    error: 'a target is no face control of MetaHuman',
  })
  .refine((mapping) => weightsOf(mapping).every((weight) => weight >= 0 && weight <= 1), {
    error: 'a weight is not between 0 and 1',
  });

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

/** Compiles a mapping for use frame by frame. */
export function createMetahumanMapper(mapping: MappingPreset): MetahumanMapper {
  const controls = controlsOf(mapping);
  const compiled = compileMapping(mapping, ARKIT_BLENDSHAPES, controls);
  return { controls, map: compiled.apply };
}

/** Summed controls in the order in which the coefficients reach them, then those of rules. */
function controlsOf(mapping: MappingPreset): string[] {
  const summed = ARKIT_BLENDSHAPES.flatMap((name) => Object.keys(mapping.controls[name] ?? {}));
  return [...new Set([...summed, ...mapping.rules.flatMap((rule) => rule.controls)])];
}

function sourcesOf({ controls, rules }: MappingPreset): string[] {
  return [
    ...Object.keys(controls),
    ...rules.flatMap(({ numerator, denominator }) => [numerator, denominator]),
  ];
}

function weightsOf({ controls }: MappingPreset): number[] {
  return Object.values(controls).flatMap((targets) => Object.values(targets));
}
