import { clipSurface } from '../geometry/clip.ts';
import { addToPoint, dot, normalise, pointAt, smoothstep, subtract, type Vec3 } from '../geometry/points.ts';
import { boundaryEdges, normalsOf, smoothField } from '../geometry/topology.ts';
import type { Person } from '../person/person.ts';
import { type Joint, SKELETON } from '../person/skeleton.ts';
import { withRims } from './rims.ts';
import type { Face, Shape } from './shape.ts';

/** Heights of hem, waistband and trouser legs, decimetres. The top hangs over the trousers. */
const HEM = -0.35;
const WAIST = 0.35;
const ANKLE = -7.35;
/** The collar's edge: its height before and behind the neck, and the neck's axis. */
const COLLAR = { front: 5.27, back: 5.68, axis: 0.15, reach: 1.25 } as const;
/** The sleeves end this far before the wrist. */
const CUFF = -0.08;
const ARM = 2.4;

/** How far below the collar's edge a point lies, decimetres: negative on the bare neck. */
export function belowCollar([x, y, z]: Vec3): number {
  const forward = (z - COLLAR.axis) / Math.max(0.05, Math.hypot(x, z - COLLAR.axis));
  return COLLAR.front + ((COLLAR.back - COLLAR.front) * (1 - forward)) / 2 - y;
}

/** A piece of clothing: how far it stands off the body, and on which side of its edges a point lies (above 0: inside). */
interface Piece {
  readonly looseness: (point: Vec3) => number;
  readonly inside: (point: Vec3, cuff: (point: Vec3) => number) => number;
  /** Laplacian steps: more hide more of the body under the cloth. */
  readonly smoothing: number;
}

const PIECES: Readonly<Record<'top' | 'trousers', Piece>> = {
  top: {
    smoothing: 14,
    looseness: ([x, y]) =>
      0.075 +
      (Math.abs(x) < 1.9 ? 0.1 * smoothstep(2.6, 0, y) : -0.03 * smoothstep(3.4, 4.3, Math.abs(x))) -
      0.055 * smoothstep(4.9, 5.3, y),
    inside: (point, cuff) => {
      const [x, y] = point;
      const below = Math.abs(x) < COLLAR.reach ? belowCollar(point) : 1;
      return Math.min(below, Math.abs(x) > ARM ? cuff(point) : y - HEM);
    },
  },
  trousers: {
    smoothing: 8,
    looseness: ([, y]) => 0.05 + 0.13 * smoothstep(-1, -6, y) + 0.05 * smoothstep(0, -2, y),
    inside: ([x, y]) => (Math.abs(x) > ARM ? -1 : Math.min(WAIST - y, y - ANKLE)),
  },
};

/** Top or trousers: cut from the base mesh's tights helper, smoothed, let out, with folded edges. */
export function clothShape(
  person: Person,
  name: 'top' | 'trousers',
  joints: readonly Joint[],
  weights: Float64Array,
): Shape {
  const { positions, base, neighbours } = person;
  const piece = PIECES[name];
  const tights = base.quads.filter(({ group }) => group === 'helper-tights');
  const openEdge = new Set(boundaryEdges(tights.map(({ vertices }) => vertices)).flat());
  const surface = smoothField(positions, 3, neighbours, {
    steps: piece.smoothing,
    isFree: (vertex) => !openEdge.has(vertex),
  });
  const normals = normalsOf(
    surface,
    tights.map(({ vertices }) => vertices),
  );
  const cloth = surface.slice();
  for (const vertex of new Set(tights.flatMap(({ vertices }) => [...vertices]))) {
    // Smoothing shrinks: the cloth is measured from where the body was.
    const shrunk = Math.max(
      0,
      dot(subtract(pointAt(positions, vertex), pointAt(surface, vertex)), pointAt(normals, vertex)),
    );
    addToPoint(cloth, vertex, pointAt(normals, vertex), shrunk + piece.looseness(pointAt(positions, vertex)));
  }
  const cuff = cuffOf(joints);
  const cut = clipSurface(
    tights,
    [
      { values: cloth, width: 3 },
      { values: smoothField(weights, SKELETON.length, neighbours, { steps: 4 }), width: SKELETON.length },
    ],
    base.uvs,
    (vertex) => piece.inside(pointAt(cloth, vertex), cuff),
  );
  const [shaped = cloth, bound = weights] = cut.perVertex;
  return withRims({
    positions: shaped,
    faces: cut.faces,
    uvs: fillPicture(cut.perUv, cut.faces),
    weights: bound,
    morphs: new Map(),
  });
}

/** How far before the cuff's edge a point of either sleeve lies. */
function cuffOf(joints: readonly Joint[]): (point: Vec3) => number {
  const place = (wanted: string): Vec3 => joints.find(({ name }) => name === wanted)?.position ?? [0, 0, 0];
  const wrist = place('hand_l');
  const along = normalise(subtract(wrist, place('lowerarm_l')));
  return ([x, y, z]) => CUFF - dot(subtract([Math.abs(x), y, z], wrist), along);
}

/** Texture coordinates spread so that the faces fill their own picture. */
function fillPicture(uvs: Float64Array, faces: readonly Face[]): Float64Array {
  const used = faces.flatMap((face) => [...face.uvs]);
  const spread = uvs.slice();
  for (const axis of [0, 1]) {
    let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (const uv of used) {
      low = Math.min(low, uvs[uv * 2 + axis] ?? 0);
      high = Math.max(high, uvs[uv * 2 + axis] ?? 0);
    }
    for (const uv of used) {
      spread[uv * 2 + axis] = 0.005 + (0.99 * ((uvs[uv * 2 + axis] ?? 0) - low)) / (high - low);
    }
  }
  return spread;
}
