import { addToPoint, type Points, pointAt } from '../geometry/points.ts';
import { normalsOf } from '../geometry/topology.ts';
import type { Shape } from './shape.ts';

/** Width of the strips of brow that move as one piece, decimetres. */
const STRIP = 0.03;
/** How much of a strip's own height change is evened out, 0..1. */
const STIFFNESS = 0.85;
/** Brows stand this much off the skin, decimetres: stiff hair does not follow every bend of it. */
const LIFT = 0.006;

/**
 * Brow cards that keep their height: skin above and below a brow moves by different amounts, and cards that simply follow
 * it get thin when the brow drops and broad when it rises. Here every upright strip of a brow takes its mean movement.
 */
export function stiffBrows(shape: Shape): Shape {
  const count = shape.positions.length / 3;
  const normals = normalsOf(
    shape.positions,
    shape.faces.map(({ vertices }) => vertices),
  );
  const lifted = shape.positions.slice();
  for (let vertex = 0; vertex < count; vertex++) addToPoint(lifted, vertex, pointAt(normals, vertex), LIFT);
  const shares = stripShares(shape.positions, count);
  const stiffen = (delta: Points): Points =>
    delta.map((value, i) => {
      if (i % 3 !== 1) return value;
      const row = shares[Math.floor(i / 3)] ?? [];
      const mean = row.reduce((sum, share, other) => sum + share * (delta[other * 3 + 1] ?? 0), 0);
      return value + (mean - value) * STIFFNESS;
    });
  return {
    ...shape,
    positions: lifted,
    morphs: new Map([...shape.morphs].map(([name, delta]) => [name, stiffen(delta)])),
  };
}

/** For each vertex, how much every other counts in its strip; sums 1. */
function stripShares(positions: Points, count: number): readonly (readonly number[])[] {
  const x = (vertex: number): number => positions[vertex * 3] ?? 0;
  return Array.from({ length: count }, (_, vertex) => {
    const row = Array.from({ length: count }, (__, other) =>
      Math.exp(-(((x(vertex) - x(other)) / STRIP) ** 2)),
    );
    const sum = row.reduce((total, share) => total + share, 0);
    return row.map((share) => share / sum);
  });
}
