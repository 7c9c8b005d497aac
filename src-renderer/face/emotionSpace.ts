/** A place on the pad: unpleasant to pleasant, and calm to aroused, each -1..1. */
export interface PadPlace {
  readonly x: number;
  readonly y: number;
}

/**
 * Where emotions lie between pleasant and unpleasant, calm and aroused: the circumplex of J. A. Russell ("A circumplex
 * model of affect", 1980), with contempt, which it does not name, between disgust and sadness.
 */
export const EMOTION_PLACES: Readonly<Record<string, PadPlace>> = {
  happy: { x: 0.85, y: 0.25 },
  surprised: { x: 0.3, y: 0.88 },
  fear: { x: -0.4, y: 0.82 },
  angry: { x: -0.85, y: 0.42 },
  disgust: { x: -0.92, y: -0.05 },
  contempt: { x: -0.72, y: -0.5 },
  sad: { x: -0.3, y: -0.85 },
};
const CENTRE: PadPlace = { x: 0, y: 0 };
/** The nearer an emotion, the more it counts: with the third power of its nearness. */
const POWER = 3;

/**
 * How strongly each emotion shows at a place of the pad, 0..1: alone and in full at its own place, none in the middle,
 * mixed between (inverse distance weighting, D. Shepard 1968).
 */
export function emotionsAt(place: PadPlace): Record<string, number> {
  const entries = Object.entries(EMOTION_PLACES);
  const nearness = entries.map(([, each]) => nearnessOf(place, each));
  const total = nearness.reduce((sum, each) => sum + each, nearnessOf(place, CENTRE));
  return Object.fromEntries(entries.map(([name], i) => [name, round((nearness[i] ?? 0) / total)]));
}

/** The place of the pad that shows these emotions, or comes nearest to it. */
export function placeOf(emotions: Readonly<Record<string, number>>): PadPlace {
  let [x, y] = [0, 0];
  for (const [name, weight] of Object.entries(emotions)) {
    x += (EMOTION_PLACES[name]?.x ?? 0) * weight;
    y += (EMOTION_PLACES[name]?.y ?? 0) * weight;
  }
  return onPad({ x, y });
}

/** The nearest place within the pad. */
export function onPad({ x, y }: PadPlace): PadPlace {
  const clamp = (value: number): number => Math.min(1, Math.max(-1, value));
  return { x: clamp(x), y: clamp(y) };
}

function nearnessOf(a: PadPlace, b: PadPlace): number {
  return 1 / Math.max(1e-4, Math.hypot(a.x - b.x, a.y - b.y)) ** POWER;
}

const round = (value: number): number => Math.round(value * 100) / 100;
