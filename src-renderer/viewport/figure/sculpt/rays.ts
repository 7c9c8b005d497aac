import { type DistanceField, march, type Point } from './distance.ts';

/** Rays that leave an upright axis (x and z 0) at this height, at this angle over the horizon in radians. */
export interface RayRow {
  readonly y: number;
  readonly elevation: number;
}

/**
 * Where a ray from the axis leaves a form for good.
 * @param azimuth radians from +z towards +x
 * @param reach a distance from the axis that is outside of the form everywhere, in metres
 */
export function surfaceAlong(
  field: DistanceField,
  { y, elevation }: RayRow,
  azimuth: number,
  reach: number,
): Point {
  const dx = Math.cos(elevation) * Math.sin(azimuth);
  const dy = Math.sin(elevation);
  const dz = Math.cos(elevation) * Math.cos(azimuth);
  const start: Point = [dx * reach, y + dy * reach, dz * reach];
  const away = reach - march(field, start, -dx, -dy, -dz, reach);
  return [dx * away, y + dy * away, dz * away];
}

/** Further rows that turn from a row's elevation to straight up or down, without that pole itself. */
export function capOf(edge: RayRow, pole: 'up' | 'down', count: number): RayRow[] {
  const end = pole === 'up' ? Math.PI / 2 : -Math.PI / 2;
  return Array.from({ length: count }, (_, i) => ({
    y: edge.y,
    elevation: edge.elevation + ((end - edge.elevation) * (i + 1)) / (count + 1),
  }));
}
