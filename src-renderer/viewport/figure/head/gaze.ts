import type { Side } from '#shared/body/index.ts';
import { ARKIT_INDEX } from '#shared/face/index.ts';

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/**
 * How far an eye has turned where its coefficient is 1: fitted to a real Live Link Face take, which has both the
 * coefficients and the angles.
 */
const FULL = { out: radians(38), in: radians(27), up: radians(26), down: radians(35) };

export interface Gaze {
  /** About the y axis, radians: positive to the subject's left. */
  yaw: number;
  /** About the x axis, radians: positive down. */
  pitch: number;
}

const indices = (side: 'Left' | 'Right') => {
  const index = (direction: string): number => ARKIT_INDEX.get(`eyeLook${direction}${side}`) ?? -1;
  return { in: index('In'), out: index('Out'), up: index('Up'), down: index('Down') };
};
const LOOK = { left: indices('Left'), right: indices('Right') };

/** Where an eye looks by its four `eyeLook` coefficients, of the 52 in ARKit's order. */
export function gazeOf(side: Side, blendshapes: Float32Array, out: Gaze): void {
  const look = LOOK[side];
  const outward = (blendshapes[look.out] ?? 0) * FULL.out - (blendshapes[look.in] ?? 0) * FULL.in;
  out.yaw = side === 'left' ? outward : -outward;
  out.pitch = (blendshapes[look.down] ?? 0) * FULL.down - (blendshapes[look.up] ?? 0) * FULL.up;
}
