import type { MouthKey } from './keys.ts';
import type { VisemeShapes } from './shapes.ts';

/** How far the influence of a neighbour reaches, as a time constant. */
const REACH = 0.15;
/** What comes shows more than what was: rounding begins before its vowel (Cohen and Massaro 1993; Perkell and Matthies 1992). */
const AHEAD = 1;
const BEHIND = 0.5;
/** Neighbours on each side that are heard. */
const NEIGHBOURS = 2;

/**
 * The shape of the mouth at one key: its own, with as much of what the neighbours add as its dominance lets through. Shapes
 * only gain, so that a tongue at the teeth stays there; shut lips gain nothing.
 * @param row where in `out` the shape goes
 */
export function shapeAt(
  keys: readonly MouthKey[],
  at: number,
  shapes: VisemeShapes,
  out: Float32Array,
  row: number,
): void {
  const key = keys[at];
  if (!key) return;
  const width = shapes.targets.length;
  const yielding = 1 - (shapes.dominance[key.viseme] ?? 1);
  for (let i = 0; i < width; i++) {
    out[row * width + i] = (shapes.rows[key.viseme * width + i] ?? 0) * key.strength;
  }
  for (let step = -NEIGHBOURS; step <= NEIGHBOURS; step++) {
    const neighbour = keys[at + step];
    if (!neighbour || step === 0 || (shapes.closure[neighbour.viseme] ?? 0) > 0) continue;
    const apart = step > 0 ? neighbour.start - key.end : key.start - neighbour.end;
    const heard = yielding * (step > 0 ? AHEAD : BEHIND) * Math.exp(-Math.max(0, apart) / REACH);
    for (let i = 0; i < width; i++) {
      const own = (shapes.rows[key.viseme * width + i] ?? 0) * key.strength;
      const theirs = (shapes.rows[neighbour.viseme * width + i] ?? 0) * neighbour.strength;
      const shape = own + (theirs - own) * heard;
      if (shape > (out[row * width + i] ?? 0)) out[row * width + i] = shape;
    }
  }
}
