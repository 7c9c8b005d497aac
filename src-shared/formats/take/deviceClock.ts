/** How far a device's clock may run off the host's; quartz stays far below, and more is a clock that was set. */
const MAX_SKEW = 1e-3;
/** Over less, a line through the delays says more of the network than of the clocks. */
const SKEW_SPAN_SECONDS = 10;

/**
 * Device times on the take's clock. The time that a frame is underway is at least some delay and often more, so the
 * true offset of the clocks is sought along the least delays: among all straight lines below every point (device time,
 * arrival - device time), the one closest to them. That line holds the lower convex hull's edge at the mean device time
 * (S. Moon, P. Skelly, D. Towsley, "Estimation and Removal of Clock Skew from Network Delay Measurements", INFOCOM 1999;
 * by convex hulls L. Zhang, Z. Liu, C. Xia, "Clock Synchronization Algorithms for Network Measurements", INFOCOM 2002).
 * Below 10 seconds, and for slopes past 1e-3, the least delay alone decides. No frame is later than it arrived.
 *
 * @param device seconds, ascending, from one run of the device's clock
 * @param arrival seconds on the take's clock, one for each
 */
export function onTakeClock(device: Float64Array, arrival: Float64Array): Float64Array {
  const first = device[0] ?? 0;
  const { offset, skew } = clockLine(device, arrival, first);
  return device.map((time) => time + offset + skew * (time - first));
}

function clockLine(
  device: Float64Array,
  arrival: Float64Array,
  first: number,
): { offset: number; skew: number } {
  const x = device.map((time) => time - first);
  const y = device.map((time, i) => (arrival[i] ?? 0) - time);
  const least = { offset: y.reduce((low, value) => Math.min(low, value), Number.POSITIVE_INFINITY), skew: 0 };
  if ((x.at(-1) ?? 0) < SKEW_SPAN_SECONDS) return least;
  const hull = lowerHull(x, y);
  const mean = x.reduce((sum, value) => sum + value, 0) / x.length;
  const right = hull.findIndex((i) => (x[i] ?? 0) >= mean);
  const from = hull[Math.max(0, right - 1)] ?? 0;
  const to = hull[right] ?? from;
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = [x[from], y[from], x[to], y[to]];
  if (x1 <= x0) return least;
  const skew = (y1 - y0) / (x1 - x0);
  return Math.abs(skew) > MAX_SKEW ? least : { offset: y0 - skew * x0, skew };
}

/** Positions of the points on the lower convex hull, left to right (A. Andrew's monotone chain, 1979). */
function lowerHull(x: Float64Array, y: Float64Array): number[] {
  const hull: number[] = [];
  for (let i = 0; i < x.length; i++) {
    while (hull.length >= 2 && !turnsLeft(x, y, hull.at(-2) ?? 0, hull.at(-1) ?? 0, i)) hull.pop();
    hull.push(i);
  }
  return hull;
}

function turnsLeft(x: Float64Array, y: Float64Array, a: number, b: number, c: number): boolean {
  const abX = (x[b] ?? 0) - (x[a] ?? 0);
  const abY = (y[b] ?? 0) - (y[a] ?? 0);
  const acX = (x[c] ?? 0) - (x[a] ?? 0);
  const acY = (y[c] ?? 0) - (y[a] ?? 0);
  return abX * acY - abY * acX > 0;
}
