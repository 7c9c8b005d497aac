import type { Point } from '../sculpt/distance.ts';
import type { Surface } from '../sculpt/surface.ts';
import { EYE_HALF_WIDTH, eyeX, type LidVertex, lidEdge } from './eyeOpening.ts';
import { EYE, LID_RADIUS } from './form.ts';

/** Height between the lids' edges at which they meet, from the lower (0) to the upper one (1). */
const MEETING = 0.16;

/**
 * Where a lid's vertex lies when the lid is shut: on the sphere around the eyeball, where both edges meet. The edges
 * slide on that sphere, so the lid stays outside of the eyeball all the way.
 */
export function shutLid(surface: Surface, { vertex, side, share, angle }: LidVertex): Point {
  const [x, y, z] = [surface.x(vertex), surface.y(vertex), surface.z(vertex)];
  const outward = side === 'left' ? 1 : -1;
  const u = Math.cos(angle) * outward;
  const upper = lidEdge('upper', u);
  const lower = lidEdge('lower', u);
  const edge = Math.sin(angle) > 0 ? upper : lower;
  const move = (lower + (upper - lower) * MEETING - edge) * share;
  const shutY = y + move;
  const dx = x - eyeX(side);
  const depth = (height: number): number =>
    Math.sqrt(Math.max(0.2e-5, LID_RADIUS ** 2 - dx * dx - (height - EYE[1]) ** 2));
  // Over the eyeball the skin follows the sphere; at the corners it only follows its slope.
  return [x, shutY, z + (depth(shutY) - depth(y)) * Math.min(1, 1.6 * (1 - Math.abs(dx) / EYE_HALF_WIDTH))];
}

/** The lower lid's whole way is short, so that it opens by more than its way. */
const WIDEST = { upper: -0.6, lower: -2.2 };

/** How far the two lids of an eye are shut: 0 open, 1 shut, below 0 opened wider. */
export interface LidClosure {
  upper: number;
  lower: number;
}

/** ARKit's coefficients of one eye that move its lids, 0..1. */
export interface EyeCoefficients {
  blink: number;
  squint: number;
  wide: number;
  lookDown: number;
  lookUp: number;
}

/** The lids of an eye. They close fully at `blink` 1 whatever the others say, and both follow the gaze. */
export function closeLids(eye: EyeCoefficients, out: LidClosure): void {
  const { blink, squint, wide, lookDown, lookUp } = eye;
  const shut = Math.min(1, Math.max(0, blink));
  const open = 1 - shut;
  const upper = 0.16 * squint + 0.55 * lookDown - 0.24 * wide - 0.4 * lookUp;
  const lower = 0.9 * squint - 0.5 * wide - 1.9 * lookDown + 0.5 * lookUp;
  out.upper = shut + open * Math.min(1, Math.max(WIDEST.upper, upper));
  out.lower = shut + open * Math.min(1, Math.max(WIDEST.lower, lower));
}
