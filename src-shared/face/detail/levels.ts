import { approach, smoothstep } from '../layers/index.ts';
import type { Translator } from '../mapping/index.ts';
import { DETAIL_LEVELS, type DetailLevel } from '../presets/index.ts';
import { PROFILE_TARGETS } from '../profiles/index.ts';
import { EMERGENCY_TARGETS, HIGH_TARGETS, LOW_TARGETS, MEDIUM_TARGETS } from './sets.ts';

/** Which targets move, by how much of the avatar can be afforded. Targets are faded out and in, never cut. */
export interface DetailFade {
  /** Set to what is to be kept; the targets follow. */
  level: DetailLevel;
  /** For each target, the place in `gains` of the lowest level that keeps it. */
  readonly setOf: Uint8Array;
  /** Share that each level's own targets have now. */
  readonly gains: Float32Array;
  /** Whether every target has its full share. */
  readonly whole: boolean;
  step(seconds: number, fadeSeconds: number): void;
  /** All targets have their full share again. */
  reset(): void;
}

const FULL = 0;
const EMERGENCY = DETAIL_LEVELS.indexOf('emergency');
type Writable<T> = { -readonly [K in keyof T]: T[K] };

/**
 * @param targets how many the avatar has
 * @param lips those of jaw and lips that speech or tracking moves: every level keeps them
 */
export function createDetailFade(
  translator: Translator,
  targets: number,
  lips: Iterable<number>,
): DetailFade {
  const setOf = new Uint8Array(targets).fill(FULL);
  for (const name of PROFILE_TARGETS.cc4_extended) {
    const set = lowestLevelOf(name);
    for (const { index, weight } of translator.targetsOf(name)) {
      if (weight >= 0.25) setOf[index] = Math.max(setOf[index] ?? FULL, set);
    }
  }
  for (const target of lips) setOf[target] = EMERGENCY;
  const gains = new Float32Array(DETAIL_LEVELS.length).fill(1);
  const ramps = new Float64Array(DETAIL_LEVELS.length).fill(1);
  const fade: Writable<DetailFade> = {
    level: 'full',
    setOf,
    gains,
    whole: true,
    step(seconds: number, fadeSeconds: number): void {
      const level = DETAIL_LEVELS.indexOf(fade.level);
      if (level === FULL && fade.whole) return;
      fade.whole = true;
      for (let set = 0; set < gains.length; set++) {
        const ramp = approach(ramps[set] ?? 1, set >= level ? 1 : 0, seconds / fadeSeconds);
        ramps[set] = ramp;
        gains[set] = smoothstep(ramp);
        if (ramp < 1) fade.whole = false;
      }
    },
    reset(): void {
      ramps.fill(1);
      gains.fill(1);
      fade.whole = true;
    },
  };
  return fade;
}

/** Place in `DETAIL_LEVELS` of the lowest level that keeps a target. */
function lowestLevelOf(name: string): number {
  if (EMERGENCY_TARGETS.test(name)) return EMERGENCY;
  if (LOW_TARGETS.test(name)) return DETAIL_LEVELS.indexOf('low');
  if (MEDIUM_TARGETS.test(name)) return DETAIL_LEVELS.indexOf('medium');
  if (HIGH_TARGETS.test(name)) return DETAIL_LEVELS.indexOf('high');
  return FULL;
}
