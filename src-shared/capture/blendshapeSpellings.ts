import { ARKIT_BLENDSHAPES, type ArkitBlendshape } from '../face/index.ts';

/**
 * Index in `ARKIT_BLENDSHAPES` of each spelling that capture apps use: `mouthSmileLeft` (ARKit, Facemotion3d),
 * `mouthSmile_L` (iFacialMocap), and both with a capital (VTube Studio). Jaw and mouth as a whole move left or right,
 * they have no left one: `jawLeft` has no short spelling.
 */
export const BLENDSHAPE_SPELLINGS: ReadonlyMap<string, number> = new Map(
  ARKIT_BLENDSHAPES.flatMap((name, index) =>
    [name, shortSpelling(name)].flatMap((spelling): [string, number][] => [
      [spelling, index],
      [capitalised(spelling), index],
    ]),
  ),
);

/** `mouthSmileLeft` as `mouthSmile_L`; a name without a side as it is. */
export function shortSpelling(name: ArkitBlendshape): string {
  if (/^(jaw|mouth)(Left|Right)$/.test(name)) return name;
  return name.replace(/Left$/, '_L').replace(/Right$/, '_R');
}

export function capitalised(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
