import { CLAY } from '../colors.ts';
import { shadeHollows } from '../sculpt/occlusion.ts';
import { capOf, type RayRow, surfaceAlong } from '../sculpt/rays.ts';
import type { SkinnedSurface } from '../sculpt/skinnedSurface.ts';
import { boneIndex } from '../skeleton/bones.ts';
import { bindingAt } from './profile.ts';
import { torsoForm } from './torsoForm.ts';

const COLUMNS = 36;
const BOTTOM = 0.9;
const TOP = 1.5;
/** Rows are closer where shoulders run into the neck. */
const SHOULDERS = { from: 1.34, to: 1.47 };
const SPACING = { trunk: 0.034, shoulders: 0.0105 };
const REACH = 0.5;

/** Heights at which the trunk bends from one bone to the next, and over how much of it. */
const BENDS = [
  { below: 1.05, over: 0.07, bone: boneIndex('pelvis'), next: boneIndex('spine') },
  { below: 1.18, over: 0.07, bone: boneIndex('spine'), next: boneIndex('chest') },
  { below: 1.435, over: 0.035, bone: boneIndex('chest'), next: boneIndex('neck') },
  { below: 1.51, over: 0.025, bone: boneIndex('neck'), next: boneIndex('head') },
];

/** Adds trunk and neck, closed below the hips so that it may stand without legs. */
export function addTorso(surface: SkinnedSurface): void {
  const first = surface.vertexCount;
  const upright: RayRow[] = [];
  for (let y = BOTTOM; y < TOP; ) {
    upright.push({ y, elevation: 0 });
    y += y > SHOULDERS.from && y < SHOULDERS.to ? SPACING.shoulders : SPACING.trunk;
  }
  const bottom = { y: BOTTOM, elevation: 0 };
  const top = { y: TOP, elevation: 0 };
  const rows = [...capOf(bottom, 'down', 7).reverse(), ...upright, ...capOf(top, 'up', 3)];
  const rings = rows.map((row) =>
    Array.from({ length: COLUMNS }, (_, column) => {
      const azimuth = (2 * Math.PI * column) / COLUMNS;
      const [x, y, z] = surfaceAlong(torsoForm, row, azimuth, REACH);
      return surface.bound(x, y, z, CLAY, bindingAt(BENDS, y));
    }),
  );
  for (let i = 1; i < rings.length; i++) surface.band(rings[i - 1] ?? [], rings[i] ?? []);
  const [lowest = [], highest = []] = [rings[0], rings.at(-1)];
  for (let i = 1; i + 1 < COLUMNS; i++) {
    surface.triangle(lowest[0] ?? 0, lowest[i + 1] ?? 0, lowest[i] ?? 0);
    surface.triangle(highest[0] ?? 0, highest[i] ?? 0, highest[i + 1] ?? 0);
  }
  shadeHollows(surface, torsoForm, first);
}
