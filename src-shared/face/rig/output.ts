import type { DetailFade } from '../detail/index.ts';
import type { Pose } from '../layers/index.ts';
import type { RigPreset } from '../presets/index.ts';
import { FACE_REGIONS } from '../regions/index.ts';

/** A weight below this is not seen, and costs a renderer as much as any other: it is 0. */
const UNSEEN = 1e-4;

/** The last stage: writes the weights out, within 0..1, with a limited speed, and by level of detail. */
export interface Output {
  /** How many targets are not at rest in the last frame. */
  readonly active: number;
  /** Makes a target one of those that are written. */
  reach(target: number): void;
  configure(maxSpeed: RigPreset['smoothing']['maxSpeed']): void;
  write(pose: Pose, out: Float32Array, seconds: number, detail: DetailFade): void;
  /** The next frame is taken as it comes, however far it is from the last one. */
  reset(): void;
}

export function createOutput(pose: Pose, reached: Iterable<number>): Output {
  const count = pose.weights.length;
  const targets = new Uint16Array(count);
  const isReached = new Uint8Array(count);
  const shown = new Float32Array(count);
  const maxSpeed = new Float64Array(FACE_REGIONS.length);
  const maxStep = new Float64Array(FACE_REGIONS.length);
  let targetCount = 0;
  let fresh = true;

  /** Fades targets by level of detail; returns how many are left. */
  function fade({ gains, setOf }: DetailFade, out: Float32Array): number {
    let active = 0;
    for (let i = 0; i < targetCount; i++) {
      const target = targets[i] ?? 0;
      const kept = (shown[target] ?? 0) * (gains[setOf[target] ?? 0] ?? 0);
      out[target] = kept;
      if (kept > 0) active += 1;
    }
    return active;
  }

  const output = {
    active: 0,
    reach(target: number): void {
      if (isReached[target] !== 0) return;
      isReached[target] = 1;
      targets[targetCount++] = target;
    },
    configure(speeds: RigPreset['smoothing']['maxSpeed']): void {
      for (const [region, name] of FACE_REGIONS.entries()) maxSpeed[region] = speeds[name];
    },
    write({ weights, regions }: Pose, out: Float32Array, seconds: number, detail: DetailFade): void {
      for (let region = 0; region < maxStep.length; region++) {
        maxStep[region] = fresh ? 1 : (maxSpeed[region] ?? 0) * seconds;
      }
      fresh = false;
      let active = 0;
      for (let i = 0; i < targetCount; i++) {
        const target = targets[i] ?? 0;
        const last = shown[target] ?? 0;
        let weight = weights[target] ?? 0;
        if (weight === 0 && last === 0) continue;
        const step = maxStep[regions[target] ?? 0] ?? 0;
        if (weight > last + step) weight = last + step;
        else if (weight < last - step) weight = last - step;
        weight = weight > UNSEEN ? (weight < 1 ? weight : 1) : 0;
        shown[target] = weight;
        out[target] = weight;
        if (weight > 0) active += 1;
      }
      if (!detail.whole) active = fade(detail, out);
      output.active = active;
    },
    reset(): void {
      shown.fill(0);
      fresh = true;
    },
  };
  for (const target of reached) output.reach(target);
  return output;
}
