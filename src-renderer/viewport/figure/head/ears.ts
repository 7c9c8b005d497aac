import { SIDES, type Side } from '#shared/body/index.ts';
import { CLAY } from '../colors.ts';
import type { Surface } from '../sculpt/surface.ts';

const POINTS = 18;
/** Middle of the ear, on the side of the head. */
const CENTER = { x: 0.0698, y: 0.0035, z: -0.006 };
const HALF_HEIGHT = 0.0295;
const HALF_WIDTH = 0.0165;
/** The ear leans back at the top and stands off the head at the back. */
const LEAN = 0.2;
const STAND_OFF = 0.27;

/** From the rim inward: share of the outline, and height over the ear's plane in metres. */
const RELIEF: readonly (readonly [share: number, height: number])[] = [
  [0.97, 0.0006],
  [1, 0.0032],
  [0.93, 0.0046],
  [0.84, 0.0032],
  [0.74, 0.0008],
  [0.62, 0.0024],
  [0.52, 0.0026],
  [0.4, -0.0022],
  [0.2, -0.0064],
];

/** The outline: an egg, broad above, with a lobe below; flat where it joins the face. */
function outline(angle: number): { forward: number; up: number } {
  const up = Math.sin(angle);
  const forward = Math.cos(angle);
  const breadth = 1 + 0.16 * up - 0.1 * up * up;
  return { forward: HALF_WIDTH * forward * breadth * (forward > 0 ? 0.72 : 1), up: HALF_HEIGHT * up };
}

function addEar(surface: Surface, side: Side): void {
  const outward = side === 'left' ? 1 : -1;
  const at = (angle: number, share: number, height: number): number => {
    const { forward, up } = outline(angle);
    const along = forward * share;
    const rise = up * share;
    const off = height + STAND_OFF * (HALF_WIDTH * 0.5 - along) * 0.9;
    return surface.vertex(
      outward * (CENTER.x + off - 0.12 * Math.abs(rise)),
      CENTER.y + rise + along * LEAN,
      CENTER.z + along - rise * LEAN,
      CLAY,
    );
  };
  const angles = Array.from({ length: POINTS }, (_, i) => (outward * i * 2 * Math.PI) / POINTS);
  // Seen from outside, forward is right on the right ear and left on the left one.
  const ring = (share: number, height: number): number[] => {
    const vertices = angles.map((angle) => at(-angle, share, height));
    return vertices;
  };
  const rings = [ring(0.7, -0.012), ...RELIEF.map(([share, height]) => ring(share, height))];
  for (let i = 1; i < rings.length; i++) surface.band(rings[i - 1] ?? [], rings[i] ?? []);
  const hollow = rings.at(-1) ?? [];
  const middle = at(0, 0, -0.0075);
  for (let i = 0; i < POINTS; i++) {
    surface.triangle(hollow[i] ?? 0, hollow[(i + 1) % POINTS] ?? 0, middle);
  }
}

export function addEars(surface: Surface): void {
  for (const side of SIDES) addEar(surface, side);
}
