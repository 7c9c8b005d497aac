import type { Point } from '../sculpt/distance.ts';
import { capOf, type RayRow, surfaceAlong } from '../sculpt/rays.ts';
import type { Surface } from '../sculpt/surface.ts';
import { headForm } from './form.ts';

const COLUMNS = 68;
const REACH = 0.3;
/** Share of an even spread of columns; the rest gathers them on the face. */
const EVENNESS = 0.35;

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Heights at the front of the face and the elevation of their rays, from under the chin to the forehead. */
const FACE: readonly (readonly [height: number, degrees: number])[] = [
  [-0.1, -42],
  [-0.075, -22],
  [-0.04, -8],
  [0.02, 2],
  [0.06, 14],
  [0.1, 36],
];
const FACE_DEPTH = 0.086;
/** Rows lie closest under the nose, where the skin turns most. */
const spacing = (height: number): number =>
  height > 0.05 ? 0.0075 : height > -0.034 && height < -0.008 ? 0.0023 : 0.0035;

function faceRows(): RayRow[] {
  const rows: RayRow[] = [];
  for (let height = -0.1; height < 0.1; height += spacing(height)) {
    const elevation = radians(elevationAt(height));
    rows.push({ y: height - Math.tan(elevation) * FACE_DEPTH, elevation });
  }
  return rows;
}

function elevationAt(height: number): number {
  const above = FACE.findIndex(([other]) => other >= height);
  const [low, lowDegrees] = FACE[Math.max(0, above - 1)] ?? [0, 0];
  const [high, highDegrees] = FACE[Math.max(1, above)] ?? [1, 0];
  return lowDegrees + ((highDegrees - lowDegrees) * (height - low)) / (high - low);
}

function allRows(): RayRow[] {
  const face = faceRows();
  const [first, last] = [face[0], face.at(-1)];
  if (!first || !last) return [];
  return [...capOf(first, 'down', 6).reverse(), ...face, ...capOf(last, 'up', 10)];
}

function azimuthOf(column: number): number {
  const u = (2 * column) / COLUMNS - 1;
  return Math.PI * (EVENNESS * u + (1 - EVENNESS) * u ** 3);
}

/** The vertices of the head by row and column; column `COLUMNS / 2` is the middle of the face, higher ones its left. */
export interface HeadGrid {
  readonly rows: readonly (readonly number[])[];
  readonly columns: number;
}

/** Lays a grid over the head by rays from its axis. Its quads come from `closeGrid`, where no patch takes their place. */
export function layGrid(surface: Surface, color: Point): HeadGrid {
  const rows = allRows().map((row) =>
    Array.from({ length: COLUMNS }, (_, column) =>
      surface.vertex(...surfaceAlong(headForm, row, azimuthOf(column), REACH), color),
    ),
  );
  return { rows, columns: COLUMNS };
}

/** A rectangle of quads: between its first and last row and column. */
export interface Block {
  readonly bottom: number;
  readonly top: number;
  readonly start: number;
  readonly end: number;
}

/** The smallest block whose vertices on the front surround a box in x and y. */
export function blockAround(
  surface: Surface,
  grid: HeadGrid,
  box: { readonly x: readonly [number, number]; readonly y: readonly [number, number] },
): Block {
  const middle = grid.columns / 2;
  const rowHeight = (row: readonly number[], column: number) => surface.y(row[column] ?? 0);
  const columnAt = (x: number): number => {
    const row = grid.rows.find((each) => rowHeight(each, middle) >= (box.y[0] + box.y[1]) / 2) ?? [];
    return row.findIndex((vertex, i) => i > middle / 2 && surface.z(vertex) > 0 && surface.x(vertex) >= x);
  };
  const start = columnAt(box.x[0]) - 1;
  const end = columnAt(box.x[1]);
  const within = (start + end) >> 1;
  const bottom = grid.rows.findIndex((row) => rowHeight(row, within) >= box.y[0]) - 1;
  const top = grid.rows.findIndex((row) => rowHeight(row, within) >= box.y[1]);
  return { bottom, top, start, end };
}

/** The vertices around a block, counter-clockwise seen from the front, from its lower right corner in the picture. */
export function loopAround(grid: HeadGrid, { bottom, top, start, end }: Block): number[] {
  const loop: number[] = [];
  const at = (row: number, column: number): number => grid.rows[row]?.[column] ?? 0;
  for (let row = bottom; row < top; row++) loop.push(at(row, end));
  for (let column = end; column > start; column--) loop.push(at(top, column));
  for (let row = top; row > bottom; row--) loop.push(at(row, start));
  for (let column = start; column < end; column++) loop.push(at(bottom, column));
  return loop;
}

/** The triangles of the grid and of its two poles, but for the blocks. */
export function closeGrid(surface: Surface, grid: HeadGrid, blocks: readonly Block[], color: Point): void {
  const last = grid.rows.length - 1;
  for (let row = 0; row < last; row++) {
    for (let column = 0; column < grid.columns; column++) {
      const inBlock = ({ bottom, top, start, end }: Block): boolean =>
        row >= bottom && row < top && column >= start && column < end;
      if (blocks.some(inBlock)) continue;
      const next = (column + 1) % grid.columns;
      const [low = [], high = []] = [grid.rows[row], grid.rows[row + 1]];
      surface.quad(low[column] ?? 0, low[next] ?? 0, high[next] ?? 0, high[column] ?? 0);
    }
  }
  closePole(surface, grid.rows[last] ?? [], color);
  closePole(surface, (grid.rows[0] ?? []).toReversed(), color);
}

function closePole(surface: Surface, row: readonly number[], color: Point): void {
  let [x, y, z] = [0, 0, 0];
  for (const vertex of row) {
    x += surface.x(vertex) / row.length;
    y += surface.y(vertex) / row.length;
    z += surface.z(vertex) / row.length;
  }
  const pole = surface.vertex(x, y, z, color);
  for (let i = 0; i < row.length; i++) surface.triangle(row[i] ?? 0, row[(i + 1) % row.length] ?? 0, pole);
}
