/** A piece of a curve between two frames: its slopes there, in units a second. */
export interface Segment {
  readonly leaving: number;
  readonly arriving: number;
}

/** Against a division by nothing, where one frame between the ends does not determine two slopes. */
const RIDGE = 1e-6;
/** Frames that are closer are at the same time: no slope is between them. */
const SAME_TIME_SECONDS = 1e-6;

/**
 * The cubic Hermite curve that goes through two frames and, among all slopes there, comes closest to those between them
 * (least squares).
 * @returns undefined where the two frames are at the same time
 */
export function fitSegment(
  times: Float64Array,
  values: Float32Array,
  from: number,
  to: number,
): Segment | undefined {
  const t0 = times[from] ?? 0;
  const seconds = (times[to] ?? 0) - t0;
  if (seconds <= SAME_TIME_SECONDS) return undefined;
  const v0 = values[from] ?? 0;
  const rise = (values[to] ?? 0) - v0;
  let pp = 0;
  let pq = 0;
  let qq = 0;
  let pr = 0;
  let qr = 0;
  for (let i = from + 1; i < to; i++) {
    const u = ((times[i] ?? 0) - t0) / seconds;
    const p = u * (1 - u) * (1 - u);
    const q = -u * u * (1 - u);
    const rest = (values[i] ?? 0) - v0 - u * rise;
    pp += p * p;
    pq += p * q;
    qq += q * q;
    pr += p * rest;
    qr += q * rest;
  }
  const ridge = RIDGE * (pp + qq);
  const determinant = (pp + ridge) * (qq + ridge) - pq * pq;
  const [leaving, arriving] =
    determinant > 0
      ? [((qq + ridge) * pr - pq * qr) / determinant, ((pp + ridge) * qr - pq * pr) / determinant]
      : [0, 0];
  return { leaving: (rise + leaving) / seconds, arriving: (rise + arriving) / seconds };
}

/** What a segment is at a frame between its ends, as a 32-bit number. */
export function segmentAt(
  times: Float64Array,
  values: Float32Array,
  from: number,
  to: number,
  { leaving, arriving }: Segment,
  frame: number,
): number {
  const t0 = times[from] ?? 0;
  const seconds = (times[to] ?? 0) - t0;
  const u = ((times[frame] ?? 0) - t0) / seconds;
  const v0 = values[from] ?? 0;
  const rise = (values[to] ?? 0) - v0;
  const bend = u * (1 - u) * ((1 - u) * (leaving * seconds - rise) - u * (arriving * seconds - rise));
  return Math.fround(v0 + u * rise + bend);
}
