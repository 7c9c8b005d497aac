import { pointAt, type Vec3 } from './points.ts';

export interface Sphere {
  readonly centre: Vec3;
  readonly radius: number;
}

/** The sphere nearest to the points, in the least-squares sense of |p|^2 = 2 c.p + (r^2 - |c|^2). */
export function fitSphere(points: ArrayLike<number>, indices: readonly number[]): Sphere {
  const rows = indices.map((index) => {
    const [x, y, z] = pointAt(points, index);
    return [2 * x, 2 * y, 2 * z, 1, x * x + y * y + z * z];
  });
  // Normal equations, 4 x 5, solved by Gaussian elimination.
  const system = [0, 1, 2, 3].map((i) =>
    [0, 1, 2, 3, 4].map((j) => rows.reduce((sum, row) => sum + (row[i] ?? 0) * (row[j] ?? 0), 0)),
  );
  const [x, y, z, rest] = solve(system);
  const centre: Vec3 = [x ?? 0, y ?? 0, z ?? 0];
  return { centre, radius: Math.sqrt((rest ?? 0) + centre[0] ** 2 + centre[1] ** 2 + centre[2] ** 2) };
}

function solve(rows: number[][]): number[] {
  const size = rows.length;
  for (let column = 0; column < size; column++) {
    const best = rows
      .slice(column)
      .reduce((a, b) => (Math.abs(b[column] ?? 0) > Math.abs(a[column] ?? 0) ? b : a));
    rows.splice(rows.indexOf(best), 1);
    rows.splice(column, 0, best);
    for (const row of rows) {
      if (row === best) continue;
      const factor = (row[column] ?? 0) / (best[column] ?? 1);
      for (let k = column; k <= size; k++) row[k] = (row[k] ?? 0) - factor * (best[k] ?? 0);
    }
  }
  return rows.map((row, i) => (row[size] ?? 0) / (row[i] ?? 1));
}
