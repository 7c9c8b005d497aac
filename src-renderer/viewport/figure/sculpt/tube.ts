import type { Point } from './distance.ts';
import type { Binding, SkinnedSurface } from './skinnedSurface.ts';

/** A cross-section of a limb: an ellipse around `at`, with its half axes as vectors in metres. */
export interface Section {
  readonly at: Point;
  readonly across: Point;
  readonly through: Point;
  readonly color: Point;
  readonly binding: Binding;
}

/**
 * Adds a skin over sections, closed at both ends. Seen along the way from the first to the last, `across` turned
 * clockwise by a quarter is `through`.
 */
export function addTube(surface: SkinnedSurface, sections: readonly Section[], sides: number): void {
  const rings = sections.map(({ at, across, through, color, binding }) =>
    Array.from({ length: sides }, (_, side) => {
      const angle = (2 * Math.PI * side) / sides;
      const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
      return surface.bound(
        at[0] + across[0] * cos + through[0] * sin,
        at[1] + across[1] * cos + through[1] * sin,
        at[2] + across[2] * cos + through[2] * sin,
        color,
        binding,
      );
    }),
  );
  for (let i = 1; i < rings.length; i++) surface.band(rings[i - 1] ?? [], rings[i] ?? []);
  close(surface, (rings[0] ?? []).toReversed());
  close(surface, rings.at(-1) ?? []);
}

function close(surface: SkinnedSurface, ring: readonly number[]): void {
  for (let i = 1; i + 1 < ring.length; i++) surface.triangle(ring[0] ?? 0, ring[i] ?? 0, ring[i + 1] ?? 0);
}
