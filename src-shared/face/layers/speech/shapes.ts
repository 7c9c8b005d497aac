import type { Translator } from '../../mapping/index.ts';
import type { VisemesPreset } from '../../presets/index.ts';

/** The visemes in an avatar's own targets: only those that any viseme moves, one row of weights per viseme. */
export interface VisemeShapes {
  /** Place of each viseme by name or alias. */
  readonly index: ReadonlyMap<string, number>;
  readonly names: readonly string[];
  /** The avatar's targets that speech moves. */
  readonly targets: Uint16Array;
  /** A row of `targets.length` weights per viseme, and one of rest. */
  readonly rows: Float32Array;
  readonly closure: Float32Array;
  /** The avatar's targets by which the visemes that seal the lips do so. */
  readonly closing: ReadonlySet<number>;
  readonly dominance: Float32Array;
  readonly vowel: readonly boolean[];
  /** Place of a row after the visemes' that shows nothing. */
  readonly silence: number;
}

export function compileVisemes({ visemes }: VisemesPreset, translator: Translator): VisemeShapes {
  const translated = visemes.map(({ targets }) => translator.translate(targets));
  const targets = [...new Set(translated.flatMap(({ indices }) => [...indices]))];
  const rows = new Float32Array((visemes.length + 1) * targets.length);
  for (const [viseme, { indices, weights }] of translated.entries()) {
    for (const [i, target] of indices.entries()) {
      rows[viseme * targets.length + targets.indexOf(target)] = weights[i] ?? 0;
    }
  }
  return {
    index: new Map(
      visemes.flatMap(({ name, aliases }, at) => [name, ...aliases].map((alias) => [alias, at] as const)),
    ),
    names: visemes.map(({ name }) => name),
    targets: Uint16Array.from(targets),
    rows,
    closure: Float32Array.from(visemes, ({ closure }) => closure),
    closing: new Set(
      visemes.flatMap(({ closure }, at) => (closure < 1 ? [] : [...(translated[at]?.indices ?? [])])),
    ),
    dominance: Float32Array.from(visemes, ({ dominance }) => dominance),
    vowel: visemes.map(({ vowel }) => vowel),
    silence: visemes.length,
  };
}
