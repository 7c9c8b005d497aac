/**
 * What is left of a curve when everything is taken off that stands up for less than a width: its morphological opening
 * (J. Serra, "Image Analysis and Mathematical Morphology", 1982), the least of the frames around, and then the greatest
 * of those. Never above the curve.
 */
export function opening(times: Float64Array, values: Float64Array, widthSeconds: number): Float64Array {
  const least = extremes(times, values, widthSeconds, 1);
  return extremes(times, least, widthSeconds, -1);
}

/** The least (sign 1) or greatest (-1) of the frames within half a width of each. */
function extremes(
  times: Float64Array,
  values: Float64Array,
  widthSeconds: number,
  sign: 1 | -1,
): Float64Array {
  const count = values.length;
  const result = new Float64Array(count);
  // Frames that may still be the extreme one, each better than those behind it are.
  const queue = new Int32Array(count);
  let head = 0;
  let tail = 0;
  let next = 0;
  for (let frame = 0; frame < count; frame++) {
    const time = times[frame] ?? 0;
    for (; next < count && (times[next] ?? 0) - time <= widthSeconds / 2; next++) {
      const value = sign * (values[next] ?? 0);
      while (tail > head && sign * (values[queue[tail - 1] ?? 0] ?? 0) >= value) tail--;
      queue[tail++] = next;
    }
    while (time - (times[queue[head] ?? 0] ?? 0) > widthSeconds / 2) head++;
    result[frame] = values[queue[head] ?? 0] ?? 0;
  }
  return result;
}
