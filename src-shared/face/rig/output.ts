import type { DetailFade } from '../detail/index.ts';
import { groupByRegion, type Pose } from '../layers/index.ts';
import type { RigPreset } from '../presets/index.ts';
import { FACE_REGIONS } from '../regions/index.ts';

/** A weight below this is not seen, and costs a renderer as much as any other: it is 0. */
const UNSEEN = 1e-4;

/** The last stage: writes the weights out, within 0..1, with a limited speed, and by level of detail. */
export interface Output {
  /** How many targets are not at rest in the last frame. */
  readonly active: number;
  /** Makes targets some of those that are written. */
  reach(targets: Iterable<number>): void;
  configure(maxSpeed: RigPreset['smoothing']['maxSpeed']): void;
  write(pose: Pose, out: Float32Array, seconds: number, detail: DetailFade): void;
  /** The next frame is taken as it comes, however far it is from the last one. */
  reset(): void;
}

export function createOutput(pose: Pose, reached: Iterable<number>): Output {
  const count = pose.weights.length;
  const isReached = new Uint8Array(count);
  const shown = new Float32Array(count);
  const maxSpeed = new Float64Array(FACE_REGIONS.length);
  /** The targets that are written, region by region. */
  let written = groupByRegion(pose, []);
  let fresh = true;

  /** Fades targets by level of detail; returns how many are left. */
  function fade({ gains, setOf }: DetailFade, out: Float32Array): number {
    const { targets } = written;
    let active = 0;
    for (let i = 0; i < targets.length; i++) {
      const target = targets[i] ?? 0;
      const kept = (shown[target] ?? 0) * (gains[setOf[target] ?? 0] ?? 0);
      out[target] = kept;
      if (kept > 0) active += 1;
    }
    return active;
  }

  const output = {
    active: 0,
    reach(list: Iterable<number>): void {
      const before = written.targets.length;
      for (const target of list) isReached[target] = 1;
      const all = [...isReached.keys()].filter((target) => isReached[target] === 1);
      if (all.length > before) written = groupByRegion(pose, all);
    },
    configure(speeds: RigPreset['smoothing']['maxSpeed']): void {
      for (const [region, name] of FACE_REGIONS.entries()) maxSpeed[region] = speeds[name];
    },
    write({ weights }: Pose, out: Float32Array, seconds: number, detail: DetailFade): void {
      const { targets, ends } = written;
      let active = 0;
      let first = 0;
      for (let region = 0; region < ends.length; region++) {
        const end = ends[region] ?? 0;
        const most = fresh ? 1 : (maxSpeed[region] ?? 0) * seconds;
        active += move(weights, shown, out, targets, first, end, most);
        first = end;
      }
      fresh = false;
      if (!detail.whole) active = fade(detail, out);
      output.active = active;
    },
    reset(): void {
      shown.fill(0);
      fresh = true;
    },
  };
  output.reach(reached);
  return output;
}

/**
 * Moves what is shown of the targets from `first` to before `end` of a list towards their weights, by `most` at most, and
 * writes it out. By itself and with its arrays handed in, which engines compile best where there are several rigs.
 * @returns how many of them are not at rest
 */
function move(
  weights: Float32Array,
  shown: Float32Array,
  out: Float32Array,
  targets: Uint16Array,
  first: number,
  end: number,
  most: number,
): number {
  let active = 0;
  for (let i = first; i < end; i++) {
    const target = targets[i] ?? 0;
    const last = shown[target] ?? 0;
    let weight = weights[target] ?? 0;
    if (weight === 0 && last === 0) continue;
    if (weight > last + most) weight = last + most;
    else if (weight < last - most) weight = last - most;
    weight = weight > UNSEEN ? (weight < 1 ? weight : 1) : 0;
    shown[target] = weight;
    out[target] = weight;
    if (weight > 0) active += 1;
  }
  return active;
}
