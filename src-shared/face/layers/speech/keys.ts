import type { VisemeShapes } from './shapes.ts';

/** One viseme of a line. */
export interface VisemeCue {
  /** Name or alias, as in the visemes preset. */
  readonly viseme: string;
  /** From the beginning of the line. */
  readonly startSeconds: number;
  readonly durationSeconds: number;
  /** 0..1; 1 where it is left out. */
  readonly strength?: number;
}

/** A moment at which the mouth has one shape: reached at `start`, left at `end`. */
export interface MouthKey {
  readonly viseme: number;
  start: number;
  end: number;
  strength: number;
  /** Whether the way to the next key is that of lips released into a vowel. */
  released: boolean;
}

/** Shut lips stay shut this long at least, so that a frame falls on it at 30 frames per second too. */
const SHORTEST_CLOSURE = 0.036;
const LONGEST_CLOSURE = 0.09;
/** Of a longer viseme, all but this time in its middle is held. */
const MOVING = 0.14;
/** Keys nearer than this to shut lips, or to the key before, are too short to be seen. */
const ROOM = 0.025;
/** A shape with less time than this around it is not fully reached (target undershoot: Lindblom 1963). */
const FULL_REACH = 0.09;
const LEAST_REACH = 0.35;
/** Where a line is silent for longer, the mouth rests. */
const PAUSE = 0.3;
const REST_BEFORE = 0.16;
const REST_AFTER = 0.18;
/** How much longer than its usual way lips take from shut to a vowel. */
const RELEASE_STRETCH = 1.3;

/**
 * The moments of a line, in order: the centre of each viseme, shut lips as a short stay. What shuts the lips stays whole
 * whatever the rate; what has no time beside it is weakened or dropped.
 * @param now on the line's clock: what is over is left out
 * @param soonest when a shape can be reached: lips that ought to shut before it shut then
 */
export function mouthKeys(
  cues: readonly VisemeCue[],
  shapes: VisemeShapes,
  now: number,
  soonest: number,
): MouthKey[] {
  const keys = cues
    .flatMap((cue) => keyOf(cue, shapes))
    .filter((key) => (shuts(key, shapes) ? key.end > now : key.start >= soonest))
    .sort((a, b) => a.start - b.start || a.viseme - b.viseme);
  for (const key of keys) {
    key.start = Math.max(key.start, soonest);
    key.end = Math.max(key.end, key.start);
  }
  const kept = withRoom(keys, shapes);
  leaveInTime(kept, shapes);
  weaken(kept, shapes);
  releaseSlowly(kept, shapes);
  return withPauses(kept, shapes);
}

/** Names of the cues that are left out: they are no visemes, or have no times. */
export function unusable(cues: readonly VisemeCue[], shapes: VisemeShapes): string[] {
  return [...new Set(cues.filter((cue) => keyOf(cue, shapes).length === 0).map(({ viseme }) => viseme))];
}

function keyOf(cue: VisemeCue, shapes: VisemeShapes): MouthKey[] {
  const { startSeconds, durationSeconds, strength = 1 } = cue;
  const viseme = shapes.index.get(cue.viseme);
  if (viseme === undefined || !Number.isFinite(startSeconds) || !(durationSeconds >= 0)) return [];
  const duration = Math.min(durationSeconds, 10);
  const centre = startSeconds + duration / 2;
  const closing = (shapes.closure[viseme] ?? 0) > 0;
  const stay = closing
    ? Math.min(LONGEST_CLOSURE, Math.max(SHORTEST_CLOSURE, duration / 2))
    : Math.max(0, duration - MOVING);
  return [
    {
      viseme,
      start: centre - stay / 2,
      end: centre + stay / 2,
      strength: strength > 0 ? Math.min(1, strength) : 0,
      released: false,
    },
  ];
}

function shuts({ viseme }: MouthKey, shapes: VisemeShapes): boolean {
  return (shapes.closure[viseme] ?? 0) > 0;
}

/** Without the keys that stand too close beside shut lips or after another key. */
function withRoom(keys: readonly MouthKey[], shapes: VisemeShapes): MouthKey[] {
  const nextClosure: number[] = [];
  for (let i = keys.length - 1, start = Number.POSITIVE_INFINITY; i >= 0; i--) {
    nextClosure[i] = start;
    const key = keys[i];
    if (key && shuts(key, shapes)) start = key.start;
  }
  let last = Number.NEGATIVE_INFINITY;
  return keys.filter((key, i) => {
    const closing = shuts(key, shapes);
    const crowded = key.start < last + ROOM || key.start > (nextClosure[i] ?? last) - ROOM;
    if (!closing && crowded) return false;
    last = closing ? key.end : key.start;
    return true;
  });
}

/** Each key but shut lips is left in time for the next one, also where cues overlap. */
function leaveInTime(keys: readonly MouthKey[], shapes: VisemeShapes): void {
  for (const [i, key] of keys.entries()) {
    const next = keys[i + 1];
    if (!next || shuts(key, shapes)) continue;
    key.end = Math.max(key.start, Math.min(key.end, next.start - MOVING / 2));
  }
}

function weaken(keys: readonly MouthKey[], shapes: VisemeShapes): void {
  for (const [i, key] of keys.entries()) {
    if (shuts(key, shapes)) continue;
    const before = keys[i - 1];
    const after = keys[i + 1];
    const room = Math.min(
      before ? key.start - before.end : FULL_REACH,
      after ? after.start - key.end : FULL_REACH,
    );
    key.strength *= Math.max(LEAST_REACH, Math.min(1, room / FULL_REACH));
  }
}

function releaseSlowly(keys: readonly MouthKey[], shapes: VisemeShapes): void {
  for (const [i, key] of keys.entries()) {
    const vowel = keys[i + 1];
    if (!vowel || (shapes.closure[key.viseme] ?? 0) < 1 || !shapes.vowel[vowel.viseme]) continue;
    key.released = true;
    const later = key.end + (vowel.start - key.end) * RELEASE_STRETCH;
    const next = keys[i + 2];
    const latest = next ? (vowel.start + next.start) / 2 : later;
    vowel.start = Math.max(vowel.start, Math.min(later, latest));
    vowel.end = Math.max(vowel.end, vowel.start);
  }
}

function withPauses(keys: readonly MouthKey[], shapes: VisemeShapes): MouthKey[] {
  return keys.flatMap((key, i) => {
    const next = keys[i + 1];
    if (next && next.start - key.end < PAUSE) return [key];
    const rest = {
      viseme: shapes.silence,
      start: key.end + REST_AFTER,
      end: next ? next.start - REST_BEFORE : key.end + REST_AFTER,
      strength: 0,
      released: false,
    };
    return [key, rest];
  });
}
