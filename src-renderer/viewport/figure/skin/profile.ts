import { CLAY } from '../colors.ts';
import type { Point } from '../sculpt/distance.ts';
import type { Binding } from '../sculpt/skinnedSurface.ts';
import type { Section } from '../sculpt/tube.ts';
import { softStep } from '../skeleton/vectors.ts';

/** A cross-section of a hanging limb: metres below its first joint, middle (outward, forward) and half axes. */
export type ProfileRow = readonly [
  below: number,
  outward: number,
  forward: number,
  halfWidth: number,
  halfDepth: number,
];

/** Where a limb bends: metres below its first joint, from bone to bone, over this much to both sides. */
export interface Bend {
  readonly below: number;
  readonly over: number;
  readonly bone: number;
  readonly next: number;
}

/** Round ends: share of the end's radius, and how far out on it. */
const CAP: readonly (readonly [radius: number, out: number])[] = [
  [0.31, 0.95],
  [0.59, 0.81],
  [0.81, 0.59],
  [0.95, 0.31],
];

interface Hanging {
  /** Position of the first joint in the bind pose. */
  readonly joint: Point;
  /** 1 for the left side, -1 for the right. */
  readonly out: 1 | -1;
  readonly rows: readonly ProfileRow[];
  readonly bends: readonly Bend[];
  /** Distance between rings, in metres. */
  readonly step: number;
  /** How far the round ends stand out, as a share of the end's half axes; the first one's and the last one's. */
  readonly caps: readonly [number, number];
}

/** Cross-sections of a limb that hangs straight down from its joint, smooth between the rows of its profile. */
export function hangingSections(limb: Hanging): Section[] {
  const { rows, step, caps } = limb;
  const [first, last] = [rows[0]?.[0] ?? 0, rows.at(-1)?.[0] ?? 0];
  const count = Math.max(2, Math.round((last - first) / step));
  const start = sampleProfile(rows, first);
  const end = sampleProfile(rows, last);
  const startOut = caps[0] * Math.min(start[3], start[4]);
  const endOut = caps[1] * Math.min(end[3], end[4]);
  return [
    ...CAP.map(([radius, out]) => section(limb, first - startOut * out, start, radius)),
    ...Array.from({ length: count + 1 }, (_, i) => {
      const below = first + ((last - first) * i) / count;
      return section(limb, below, sampleProfile(rows, below), 1);
    }),
    ...CAP.toReversed().map(([radius, out]) => section(limb, last + endOut * out, end, radius)),
  ];
}

function section({ joint, out, bends }: Hanging, below: number, row: ProfileRow, scale: number): Section {
  const [, outward, forward, halfWidth, halfDepth] = row;
  return {
    at: [joint[0] + out * outward, joint[1] - below, joint[2] + forward],
    across: [halfWidth * scale, 0, 0],
    through: [0, 0, halfDepth * scale],
    color: CLAY,
    binding: bindingAt(bends, below),
  };
}

export function bindingAt(bends: readonly Bend[], along: number): Binding {
  const bend = bends.find(({ below, over }) => along < below + over) ?? bends.at(-1);
  if (!bend) return { bone: 0, next: 0, share: 0 };
  const { bone, next, below, over } = bend;
  return { bone, next, share: softStep(below - over, below + over, along) };
}

/** A profile between its rows, on a curve through them (Catmull-Rom). */
function sampleProfile(rows: readonly ProfileRow[], below: number): ProfileRow {
  const found = rows.findIndex((row) => row[0] >= below);
  const after = found === -1 ? rows.length - 1 : Math.max(1, found);
  const at = (index: number): ProfileRow =>
    rows[Math.min(rows.length - 1, Math.max(0, index))] ?? [0, 0, 0, 0, 0];
  const [p0, p1, p2, p3] = [at(after - 2), at(after - 1), at(after), at(after + 1)];
  const t = (below - p1[0]) / (p2[0] - p1[0] || 1);
  const curve = (axis: 1 | 2 | 3 | 4): number => {
    const slope1 = (p2[axis] - p0[axis]) / 2;
    const slope2 = (p3[axis] - p1[axis]) / 2;
    const t2 = t * t;
    const t3 = t2 * t;
    return (
      (2 * t3 - 3 * t2 + 1) * p1[axis] +
      (t3 - 2 * t2 + t) * slope1 +
      (3 * t2 - 2 * t3) * p2[axis] +
      (t3 - t2) * slope2
    );
  };
  return [below, curve(1), curve(2), curve(3), curve(4)];
}
