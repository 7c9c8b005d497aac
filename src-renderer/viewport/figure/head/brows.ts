import { SIDES } from '#shared/body/index.ts';
import { BROW } from '../colors.ts';
import type { Surface } from '../sculpt/surface.ts';
import { frontOf } from './patch.ts';

const STATIONS = 16;
/** Inner end, arch and outer end of the left brow. */
const PATH = { inner: [0.0108, 0.0386], arch: [0.033, 0.0434], outer: [0.048, 0.0392] } as const;
const HEIGHT = 0.0012;

/** A strip along each brow, thick over the nose and thin at the temple. */
export function addBrows(surface: Surface): void {
  for (const side of SIDES) {
    const outward = side === 'left' ? 1 : -1;
    const stations = Array.from({ length: STATIONS + 1 }, (_, i) => {
      const t = i / STATIONS;
      const [x, y] = along(t);
      const half = 0.0034 * Math.sqrt(Math.min(1, t * 9 + 0.1)) * (1 - t ** 2.6 * 0.86);
      const end = Math.min(1, t * 7, (1 - t) * 5 + 0.15);
      const point = (dy: number, height: number): number =>
        surface.vertex(x * outward, y + dy, frontOf(x, y + dy) + height, BROW);
      return [point(-half, 0.0001), point(-half * 0.25, HEIGHT * end), point(half, 0.0001)] as const;
    });
    for (let i = 0; i < STATIONS; i++) {
      const [from, to] = [stations[i], stations[i + 1]];
      if (!from || !to) continue;
      const [near, far] = outward > 0 ? [from, to] : [to, from];
      surface.quad(near[0], far[0], far[1], near[1]);
      surface.quad(near[1], far[1], far[2], near[2]);
    }
  }
}

/** The brow's middle line: two straight parts with a round arch between them. */
function along(t: number): readonly [number, number] {
  const bend = (inner: number, arch: number, outer: number): number =>
    (1 - t) ** 2 * inner + 2 * t * (1 - t) * (2 * arch - (inner + outer) / 2) + t * t * outer;
  const { inner, arch, outer } = PATH;
  return [inner[0] + (outer[0] - inner[0]) * t, bend(inner[1], arch[1], outer[1])];
}
