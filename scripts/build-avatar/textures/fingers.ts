import {
  cross,
  dot,
  normalise,
  type Points,
  pointAt,
  scale,
  subtract,
  type Vec3,
} from '../geometry/points.ts';
import type { Part } from '../parts/shape.ts';
import type { Joint } from '../person/skeleton.ts';

/** One finger of the left hand as a frame to paint in. Decimetres. */
export interface Finger {
  /** Knuckle, middle and last joint. */
  readonly joints: readonly Vec3[];
  readonly tip: Vec3;
  /** From the last joint to the tip, unit. */
  readonly along: Vec3;
  /** Out of the nail, unit. */
  readonly back: Vec3;
  readonly side: Vec3;
  /** Half the finger's width at the nail. */
  readonly halfWidth: number;
}

export interface Hand {
  readonly fingers: readonly Finger[];
  /** Out of the back of the hand, unit. */
  readonly back: Vec3;
  readonly wrist: Vec3;
}

const NAMES = ['thumb', 'index', 'middle', 'ring', 'pinky'] as const;

/** The left hand's fingers, measured on the hands' mesh. */
export function measureHand(part: Part, joints: readonly Joint[]): Hand {
  const place = (name: string): Vec3 => joints.find((joint) => joint.name === name)?.position ?? [0, 0, 0];
  const vertices = Array.from({ length: part.positions.length / 3 }, (_, i) => i).filter(
    (vertex) => (part.positions[vertex * 3] ?? 0) > 0,
  );
  const across = subtract(place('pinky_01_l'), place('index_01_l'));
  const forward = subtract(place('middle_01_l'), place('hand_l'));
  const back = normalise(cross(forward, across));
  const wrist = place('hand_l');
  const outward = dot(back, [0, 1, 0]) > 0 ? back : scale(back, -1);
  const fingers = NAMES.map((name) => {
    const chain = [1, 2, 3].map((part_) => place(`${name}_0${part_}_l`));
    return fingerFrame(part.positions, vertices, chain, name === 'thumb' ? undefined : outward);
  });
  return { fingers, back: outward, wrist };
}

function fingerFrame(
  points: Points,
  vertices: readonly number[],
  joints: readonly Vec3[],
  handBack: Vec3 | undefined,
): Finger {
  const [first = [0, 0, 0], second = [0, 0, 0], last = [0, 0, 0]] = joints;
  const direction = normalise(subtract(last, second));
  const beyond = vertices
    .map((vertex) => pointAt(points, vertex))
    .filter((point) => {
      const arm = subtract(point, last);
      const ahead = dot(arm, direction);
      return ahead > 0 && Math.hypot(...subtract(arm, scale(direction, ahead))) < 0.13;
    });
  const tip = beyond.reduce(
    (best, point) =>
      dot(subtract(point, last), direction) > dot(subtract(best, last), direction) ? point : best,
    last,
  );
  const along = normalise(subtract(tip, last));
  const bent = cross(normalise(subtract(second, first)), direction);
  const raw = handBack ?? normalise(cross(bent, along));
  const back = normalise(subtract(raw, scale(along, dot(raw, along))));
  const side = cross(back, along);
  const halfWidth = beyond.reduce(
    (wide, point) => Math.max(wide, Math.abs(dot(subtract(point, last), side))),
    0,
  );
  return { joints, tip, along, back, side, halfWidth: Math.min(0.1, halfWidth) };
}

/** A point in a finger's frame: backwards from the tip, sideways, and out of the nail. */
export function inFinger({ tip, along, back, side }: Finger, point: Vec3): Vec3 {
  const arm = subtract(point, tip);
  return [-dot(arm, along), dot(arm, side), dot(arm, back)];
}
