import { pointAt, smoothstep, type Vec3 } from '../geometry/points.ts';
import { smoothField } from '../geometry/topology.ts';
import { placeEyes } from '../parts/eyes.ts';
import type { Person } from '../person/person.ts';

/** A weight 0..1 for every vertex of base mesh and helpers. */
export type Mask = Float64Array;

/** Vertices of the helpers that stand for teeth and tongue, first and last. */
export const TONGUE = [13380, 13605] as const;
export const LOWER_TEETH = [14992, 15059] as const;
const UPPER_TEETH = [15060, 15127] as const;
const LASHES = [14742, 14991] as const;
/** Half-width of the strip about the midline in which left fades into right, decimetres. */
const MIDLINE = 0.14;

/** Bones of the source rig that hang on the jaw. */
const JAW_BONES = /^(jaw|tongue\d+|special04|oris0[12]$|oris0[67]\.[LR])/;

/** Whether a vertex belongs to the helpers of teeth or tongue: bone and muscle that lips and cheeks do not pull along. */
export function isInsideMouth(vertex: number): boolean {
  return [TONGUE, LOWER_TEETH, UPPER_TEETH].some(([first, last]) => vertex >= first && vertex <= last);
}

export interface Masks {
  /** 1 on the subject's left, 0 on the right. */
  readonly left: Mask;
  readonly right: Mask;
  /** 1 on what lies below the mouth's line, lower lip included. */
  readonly lower: Mask;
  readonly upper: Mask;
  /** How far a vertex follows the jawbone. */
  readonly jaw: Mask;
  readonly upperTeeth: Mask;
  readonly lowerTeeth: Mask;
  readonly upperLashes: Mask;
  readonly lowerLashes: Mask;
  /** 1 at the lips, fading over the skin about them. */
  readonly lips: Mask;
  /** 1 below the jaw's edge, 0 on the face. */
  readonly neck: Mask;
}

export function makeMasks(person: Person): Masks {
  const { base, positions, neighbours } = person;
  const each = (value: (vertex: number) => number): Mask =>
    Float64Array.from({ length: base.vertexCount }, (_, vertex) => value(vertex));
  const bound = each((vertex) => jawShare(person, vertex));
  const within = (vertex: number, [first, last]: readonly [number, number]): boolean =>
    vertex >= first && vertex <= last;
  const hard = (vertex: number): number | undefined => {
    if (within(vertex, TONGUE) || within(vertex, LOWER_TEETH)) return 1;
    return within(vertex, UPPER_TEETH) ? 0 : undefined;
  };
  const lips = smoothField(bound, 1, neighbours, { steps: 3 });
  const jaw = smoothField(bound, 1, neighbours, { steps: 10 });
  const eyeLine = placeEyes(positions).L.centre[1];
  const aboveEyes = (vertex: number): boolean => (positions[vertex * 3 + 1] ?? 0) > eyeLine;
  const left = each((vertex) => smoothstep(-MIDLINE, MIDLINE, positions[vertex * 3] ?? 0));
  const lower = each((vertex) => hard(vertex) ?? lips[vertex] ?? 0);
  return {
    left,
    right: left.map((value) => 1 - value),
    lower,
    upper: lower.map((value) => 1 - value),
    jaw: each((vertex) => hard(vertex) ?? jaw[vertex] ?? 0),
    upperTeeth: each((vertex) => Number(within(vertex, UPPER_TEETH))),
    lowerTeeth: each((vertex) => Number(within(vertex, LOWER_TEETH))),
    upperLashes: each((vertex) => Number(within(vertex, LASHES) && aboveEyes(vertex))),
    lowerLashes: each((vertex) => Number(within(vertex, LASHES) && !aboveEyes(vertex))),
    lips: each((vertex) => (hard(vertex) === undefined ? lipWindow(pointAt(positions, vertex)) : 0)),
    neck: each((vertex) => 1 - smoothstep(5.75, 5.95, positions[vertex * 3 + 1] ?? 0)),
  };
}

function jawShare({ base }: Person, vertex: number): number {
  let share = 0;
  for (let k = vertex * 4; k < vertex * 4 + 4; k++) {
    const bone = base.bones[base.skinIndices[k] ?? 0] ?? '';
    if (JAW_BONES.test(bone)) share += base.skinWeights[k] ?? 0;
  }
  return Math.min(1, share);
}

/** An ellipse about the mouth, decimetres: full on the lips, gone at the nostrils and the chin's point. */
function lipWindow([x, y, z]: Vec3): number {
  if (z < 0.9) return 0;
  const reach = Math.hypot(x / 0.5, (y - 6.23) / (y > 6.23 ? 0.21 : 0.28));
  return 1 - smoothstep(0.5, 1, reach);
}
