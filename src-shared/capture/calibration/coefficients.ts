import { ARKIT_BLENDSHAPE_COUNT, ARKIT_BLENDSHAPES, type ArkitBlendshape } from '../../face/index.ts';
import type { CalibrationParameters } from './parameters.ts';

/** Two ends of one movement: a real face shows one of them at a time (of 4030 frames of a real take, every one). */
const OPPOSITES: readonly (readonly [ArkitBlendshape, ArkitBlendshape])[] = [
  ['eyeLookUpLeft', 'eyeLookDownLeft'],
  ['eyeLookUpRight', 'eyeLookDownRight'],
  ['eyeLookInLeft', 'eyeLookOutLeft'],
  ['eyeLookInRight', 'eyeLookOutRight'],
  ['jawLeft', 'jawRight'],
  ['mouthLeft', 'mouthRight'],
];

/** The position of each coefficient's opposite; -1 where it has none. */
const OPPOSITE = new Int8Array(ARKIT_BLENDSHAPE_COUNT).fill(-1);
for (const [a, b] of OPPOSITES) {
  OPPOSITE[ARKIT_BLENDSHAPES.indexOf(a)] = ARKIT_BLENDSHAPES.indexOf(b);
  OPPOSITE[ARKIT_BLENDSHAPES.indexOf(b)] = ARKIT_BLENDSHAPES.indexOf(a);
}

const raw = new Float32Array(ARKIT_BLENDSHAPE_COUNT);

/**
 * Calibrates the 52 coefficients in place: the neutral becomes 0 and a full expression stays 1, then what lies within the
 * dead zone is 0 and the rest is stretched so that nothing jumps at its edge and 1 stays 1, then the gain. Results lie in
 * 0..1.
 *
 * Of opposites it is the movement that is neutral, not its two ends: eyes that look down a little at rest look up as soon
 * as they look down less.
 */
export function calibrateCoefficients(
  channels: Float32Array,
  { neutral, gain, deadZone }: CalibrationParameters,
): void {
  for (let i = 0; i < raw.length; i++) raw[i] = clamp(channels[i] ?? 0);
  for (let i = 0; i < raw.length; i++) {
    const opposite = OPPOSITE[i] ?? -1;
    const moved =
      opposite < 0
        ? leaving(raw[i] ?? 0, neutral[i] ?? 0)
        : leavingOpposites(raw[i] ?? 0, raw[opposite] ?? 0, neutral[i] ?? 0, neutral[opposite] ?? 0);
    channels[i] = clamp(leaving(moved, deadZone[i] ?? 0) * (gain[i] ?? 1));
  }
}

/** 0 up to `from`, then in a straight line to 1 at 1. */
function leaving(value: number, from: number): number {
  return Math.max(0, (value - from) / (1 - from));
}

/** The same of one of two opposites. What both show at once, which no real face does, is kept as it is. */
function leavingOpposites(value: number, opposite: number, neutral: number, oppositeNeutral: number): number {
  const both = Math.min(value, opposite) - Math.min(neutral, oppositeNeutral);
  return leaving(value - opposite, neutral - oppositeNeutral) + Math.max(0, both);
}

const clamp = (value: number): number => Math.min(1, Math.max(0, value));
