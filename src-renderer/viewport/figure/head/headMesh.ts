import { CLAY } from '../colors.ts';
import { shadeHollows } from '../sculpt/occlusion.ts';
import { Surface } from '../sculpt/surface.ts';
import { addBrows } from './brows.ts';
import { addEars } from './ears.ts';
import { cutEyes, eyeBlock, type LidVertex } from './eyeOpening.ts';
import { headForm } from './form.ts';
import { closeGrid, layGrid } from './grid.ts';
import { cutMouth, type MouthVertex, mouthBlock } from './mouth.ts';
import { addNostrils } from './nostrils.ts';
import { addTeeth, type RigidPart } from './teeth.ts';

export interface HeadMesh {
  readonly surface: Surface;
  readonly lids: readonly LidVertex[];
  readonly mouth: readonly MouthVertex[];
  readonly rigid: readonly RigidPart[];
}

/** The head at rest, as a mesh that knows its lids and its lips. */
export function sculptHead(): HeadMesh {
  const surface = new Surface();
  const grid = layGrid(surface, CLAY);
  const eyes = { left: eyeBlock(surface, grid, 'left'), right: eyeBlock(surface, grid, 'right') };
  const mouthHole = mouthBlock(surface, grid);
  closeGrid(surface, grid, [eyes.left, eyes.right, mouthHole], CLAY);
  const lids = cutEyes(surface, grid, eyes);
  const mouth = cutMouth(surface, grid, mouthHole);
  shadeHollows(surface, headForm);
  addEars(surface);
  addBrows(surface);
  addNostrils(surface);
  return { surface, lids, mouth, rigid: addTeeth(surface) };
}
