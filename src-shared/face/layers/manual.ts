import { unit } from '../unit.ts';
import { approach, smoothstep } from './ease.ts';
import type { Pose } from './pose.ts';

/** A hand on a slider moves in steps; the face follows it with this time constant. */
const FOLLOW_SECONDS = 0.04;

/** Targets held by hand. Each is faded in when it is taken and out when it is let go. */
export interface ManualLayer {
  /** Share of the strongest override, 0..1. */
  readonly level: number;
  set(target: number, value: number): void;
  release(target: number): void;
  releaseAll(): void;
  step(seconds: number, fadeSeconds: number): void;
  layOn(pose: Pose, layerWeight: number): void;
  reset(): void;
}

export function createManualLayer(targets: number): ManualLayer {
  const active = new Uint16Array(targets);
  const wanted = new Float32Array(targets);
  const shown = new Float32Array(targets);
  const ramp = new Float32Array(targets);
  const held = new Uint8Array(targets);
  const listed = new Uint8Array(targets);
  let count = 0;

  const layer = {
    level: 0,
    set(target: number, value: number): void {
      wanted[target] = unit(value);
      if (listed[target] === 0) {
        listed[target] = 1;
        shown[target] = unit(value);
        active[count++] = target;
      }
      held[target] = 1;
    },
    release(target: number): void {
      held[target] = 0;
    },
    releaseAll(): void {
      held.fill(0);
    },
    step(seconds: number, fadeSeconds: number): void {
      layer.level = 0;
      if (count === 0) return;
      const follow = 1 - Math.exp(-seconds / FOLLOW_SECONDS);
      let kept = 0;
      for (let i = 0; i < count; i++) {
        const target = active[i] ?? 0;
        const share = approach(ramp[target] ?? 0, held[target] ?? 0, seconds / fadeSeconds);
        ramp[target] = share;
        const value = shown[target] ?? 0;
        shown[target] = value + ((wanted[target] ?? 0) - value) * follow;
        layer.level = Math.max(layer.level, share);
        if (share > 0 || held[target] === 1) active[kept++] = target;
        else listed[target] = 0;
      }
      count = kept;
    },
    layOn({ weights }: Pose, layerWeight: number): void {
      for (let i = 0; i < count; i++) {
        const target = active[i] ?? 0;
        const below = weights[target] ?? 0;
        weights[target] =
          below + ((shown[target] ?? 0) - below) * smoothstep(ramp[target] ?? 0) * layerWeight;
      }
    },
    reset(): void {
      count = 0;
      held.fill(0);
      listed.fill(0);
      ramp.fill(0);
      layer.level = 0;
    },
  };
  return layer;
}
