import type { Translator } from '../mapping/index.ts';
import type { MicroExpressionPreset, RigPreset } from '../presets/index.ts';
import { createRandom } from '../random/index.ts';
import { unit } from '../unit.ts';
import { layOver, type Pose } from './pose.ts';

/** How many may go on at once; a further one is not begun. */
const SLOTS = 6;
const FREE = -1;

/** Micro-expressions: by hand, with the beginning of an emotion, or by chance. */
export interface MicroLayer {
  readonly names: readonly string[];
  /** How strong the strongest is now, 0..1. */
  readonly level: number;
  /** @returns false where there is no such micro-expression, or too many are going on */
  trigger(name: string, strength?: number): boolean;
  /** Brings one of those that belong to an emotion. */
  triggerFor(emotion: string): void;
  step(seconds: number): void;
  layOn(pose: Pose, layerWeight: number, gains: Float32Array): void;
  reset(seed: number): void;
}

export function createMicroLayer(
  presets: readonly MicroExpressionPreset[],
  translator: Translator,
  settings: () => RigPreset['microExpressions'],
  seed: number,
): MicroLayer {
  const random = createRandom(seed);
  const parts = presets.map(({ targets }) => translator.translate(targets));
  const durations = Float64Array.from(presets, ({ durationSeconds }) => durationSeconds);
  const chances = presets.reduce((sum, { chance }) => sum + chance, 0);
  const slotPreset = new Int16Array(SLOTS).fill(FREE);
  const slotElapsed = new Float64Array(SLOTS);
  const slotStrength = new Float64Array(SLOTS);
  const slotBell = new Float64Array(SLOTS);
  const state = { wait: Number.POSITIVE_INFINITY, plannedRate: 0 };

  const layer = {
    names: presets.map(({ name }) => name),
    level: 0,
    trigger: (name: string, strength = 1) => begin(layer.names.indexOf(name), strength),
    triggerFor,
    step,
    layOn,
    reset,
  };

  function begin(preset: number, strength: number): boolean {
    const slot = slotPreset.indexOf(FREE);
    if (preset < 0 || slot < 0) return false;
    slotPreset[slot] = preset;
    slotElapsed[slot] = 0;
    slotStrength[slot] = unit(strength);
    return true;
  }

  function triggerFor(emotion: string): void {
    if (!settings().onEmotion) return;
    const fitting = presets.flatMap(({ emotions }, at) => (emotions.includes(emotion) ? [at] : []));
    if (fitting.length > 0) begin(fitting[Math.floor(random.next() * fitting.length)] ?? -1, 1);
  }

  function plan(perMinute: number): void {
    state.plannedRate = perMinute;
    state.wait = perMinute > 0 ? random.waiting(60 / perMinute) : Number.POSITIVE_INFINITY;
  }

  function pick(): number {
    let left = random.next() * chances;
    for (let i = 0; i < presets.length; i++) {
      left -= presets[i]?.chance ?? 0;
      if (left < 0) return i;
    }
    return -1;
  }

  function step(seconds: number): void {
    const { perMinute } = settings();
    if (perMinute !== state.plannedRate) plan(perMinute);
    state.wait -= seconds;
    if (state.wait <= 0) {
      plan(perMinute);
      begin(pick(), 0.6 + 0.4 * random.next());
    }
    layer.level = 0;
    for (let slot = 0; slot < SLOTS; slot++) {
      const at = slotPreset[slot] ?? FREE;
      if (at === FREE) continue;
      const elapsed = (slotElapsed[slot] ?? 0) + seconds;
      slotElapsed[slot] = elapsed;
      const progress = elapsed / (durations[at] ?? 1);
      if (progress >= 1) slotPreset[slot] = FREE;
      const bell = Math.sin(Math.PI * Math.min(1, progress));
      slotBell[slot] = bell * (slotStrength[slot] ?? 0);
      layer.level = Math.max(layer.level, slotBell[slot] ?? 0);
    }
  }

  function layOn(pose: Pose, layerWeight: number, gains: Float32Array): void {
    for (let slot = 0; slot < SLOTS; slot++) {
      const at = slotPreset[slot] ?? FREE;
      const part = at === FREE ? undefined : parts[at];
      if (part) layOver(pose, part, (slotBell[slot] ?? 0) * layerWeight, gains);
    }
  }

  function reset(to: number): void {
    random.reset(to);
    slotPreset.fill(FREE);
    layer.level = 0;
    state.plannedRate = 0;
    state.wait = Number.POSITIVE_INFINITY;
  }

  return layer;
}
