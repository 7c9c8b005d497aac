import { centroid, type Points } from '../geometry/points.ts';
import type { Quad } from '../source/threeJson.ts';

/** The skin's faces by region, as its texture is cut apart. Left is the subject's left. */
export interface Islands {
  readonly head: readonly Quad[];
  readonly trunk: readonly Quad[];
  readonly leftHand: readonly Quad[];
  readonly rightHand: readonly Quad[];
  readonly mouthBag: readonly Quad[];
  readonly leftSocket: readonly Quad[];
  readonly rightSocket: readonly Quad[];
}

/** How many faces each region has in MakeHuman's base mesh: that tells them apart. */
const SIZES = { trunk: 3938, head: 3116, hand: 1598, mouthBag: 398, socket: 293 } as const;

/** Faces gathered into regions whose texture coordinates hang together; throws where a region is missing. */
export function islandsOf(body: readonly Quad[], positions: Points): Islands {
  const groups = connected(body);
  const pick = (size: number, side: -1 | 0 | 1): readonly Quad[] => {
    const found = groups.find((group) => {
      if (group.length !== size) return false;
      const [x] = centroid(
        positions,
        group.flatMap(({ vertices }) => [...vertices]),
      );
      return side === 0 || Math.sign(x) === side;
    });
    if (!found) throw new Error(`no texture island of ${size} faces`);
    return found;
  };
  return {
    head: pick(SIZES.head, 0),
    trunk: pick(SIZES.trunk, 0),
    leftHand: pick(SIZES.hand, 1),
    rightHand: pick(SIZES.hand, -1),
    mouthBag: pick(SIZES.mouthBag, 0),
    leftSocket: pick(SIZES.socket, 1),
    rightSocket: pick(SIZES.socket, -1),
  };
}

/** Faces grouped by shared texture coordinates. */
function connected(quads: readonly Quad[]): readonly (readonly Quad[])[] {
  const parents = new Map<number, number>();
  const find = (uv: number): number => {
    let at = uv;
    for (let up = parents.get(at); up !== undefined && up !== at; up = parents.get(at)) at = up;
    return at;
  };
  for (const { uvs } of quads) {
    const first = find(uvs[0]);
    for (const uv of uvs) parents.set(find(uv), first);
    parents.set(first, first);
  }
  const groups = new Map<number, Quad[]>();
  for (const quad of quads) {
    const key = find(quad.uvs[0]);
    const group = groups.get(key);
    if (group) group.push(quad);
    else groups.set(key, [quad]);
  }
  return [...groups.values()];
}
