import { MOUTH_LINING, TEETH, TONGUE } from '../colors.ts';
import type { Surface } from '../sculpt/surface.ts';
import { MOUTH } from './form.ts';

/** Parts of the mouth that do not bend: they stay with the skull, or go with the jaw. */
export interface RigidPart {
  readonly first: number;
  readonly end: number;
  readonly part: 'skull' | 'jaw' | 'tongue';
}

const [, SEAM_Y, SEAM_Z] = MOUTH;
const TEETH_A_ROW = 12;
const COLUMNS_A_TOOTH = 4;
const ARCH_DEPTH = 0.026;

/** Both rows of teeth and the tongue. */
export function addTeeth(surface: Surface): RigidPart[] {
  const part = (name: RigidPart['part'], add: () => void): RigidPart => {
    const first = surface.vertexCount;
    add();
    return { first, end: surface.vertexCount, part: name };
  };
  return [
    part('skull', () =>
      addRow(surface, { up: 1, half: 0.0262, front: SEAM_Z - 0.0098, root: 0.0078, edge: -0.0052 }),
    ),
    part('jaw', () =>
      addRow(surface, { up: -1, half: 0.0222, front: SEAM_Z - 0.0126, root: 0.0104, edge: 0.0034 }),
    ),
    part('tongue', () => addTongue(surface)),
  ];
}

/** A row of teeth, in metres: half its width, its front, and the heights of root and edge from the seam to the gum. */
interface TeethRow {
  readonly up: 1 | -1;
  readonly half: number;
  readonly front: number;
  readonly root: number;
  readonly edge: number;
}

function addRow(surface: Surface, { up, half, front, root, edge }: TeethRow): void {
  const columns = TEETH_A_ROW * COLUMNS_A_TOOTH;
  const rings = Array.from({ length: columns + 1 }, (_, column) => {
    const t = (2 * column) / columns - 1;
    const x = half * t * (1.12 - 0.12 * t * t);
    const z = front - ARCH_DEPTH * t * t;
    // Between two teeth the row falls back a little, and their edges are rounded.
    const gap = Math.abs(Math.cos((Math.PI * column) / COLUMNS_A_TOOTH)) ** 6;
    const at = (height: number, back: number, color: typeof TEETH): number =>
      surface.vertex(x * (1 - back * 8), SEAM_Y + up * height, z - back, color);
    return [
      at(root + 0.003, 0.001, MOUTH_LINING),
      at(root - 0.0006 * (1 - gap), 0.0004 + gap * 0.0004, TEETH),
      at((root + edge) / 2, gap * 0.0007, TEETH),
      at(edge + 0.0006 + gap * 0.0008, 0.0003 + gap * 0.0007, TEETH),
      at(edge + gap * 0.0008, 0.0016, TEETH),
      at(root, 0.0042, MOUTH_LINING),
    ];
  });
  for (let column = 0; column < columns; column++) {
    const [from = [], to = []] = [rings[column], rings[column + 1]];
    for (let i = 0; i + 1 < from.length; i++) {
      const [a, b, c, d] = [from[i] ?? 0, from[i + 1] ?? 0, to[i + 1] ?? 0, to[i] ?? 0];
      if (up > 0) surface.quad(a, b, c, d);
      else surface.quad(a, d, c, b);
    }
  }
}

const TONGUE_COLUMNS = 12;
const TONGUE_ROWS = 8;

function addTongue(surface: Surface): void {
  const rows = Array.from({ length: TONGUE_ROWS + 1 }, (_, row) => {
    const t = row / TONGUE_ROWS;
    const z = SEAM_Z - 0.044 + 0.027 * t;
    const half = 0.0165 * Math.sqrt(Math.max(0.004, 1 - t ** 3.2));
    const thick = 0.006 * Math.sqrt(Math.max(0.004, 1 - t ** 4));
    return Array.from({ length: TONGUE_COLUMNS }, (_, column) => {
      const angle = (2 * Math.PI * column) / TONGUE_COLUMNS;
      const groove = 0.0014 * Math.exp(-((Math.cos(angle) / 0.3) ** 2)) * Math.max(0, Math.sin(angle));
      return surface.vertex(
        Math.cos(angle) * half,
        SEAM_Y - 0.0105 - 0.002 * (1 - t) + Math.sin(angle) * thick - groove,
        z,
        TONGUE,
      );
    });
  });
  for (let row = 0; row < TONGUE_ROWS; row++) surface.band(rows[row] ?? [], rows[row + 1] ?? []);
  const tip = rows.at(-1) ?? [];
  for (let i = 1; i + 1 < tip.length; i++) surface.triangle(tip[0] ?? 0, tip[i] ?? 0, tip[i + 1] ?? 0);
}
