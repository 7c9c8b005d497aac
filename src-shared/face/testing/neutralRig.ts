import { ARKIT_BLENDSHAPES, type ArkitBlendshape } from '../arkit.ts';
import type { TrackingInput } from '../layers/index.ts';
import { DEFAULT_RIG, FACE_DRIVERS, type FaceDriver, type RigPreset } from '../presets/index.ts';
import { type FaceRegion, REGION_INDEX } from '../regions/index.ts';
import type { FaceRig } from '../rig/index.ts';

/** Settings of a rig in which nothing happens by itself. */
export const STILL: RigPreset = {
  ...DEFAULT_RIG,
  idle: {
    ...DEFAULT_RIG.idle,
    blinksPerMinute: 0,
    breathDepth: 0,
    saccadesPerMinute: 0,
    gazeSpreadRadians: 0,
    fidgets: 0,
  },
  microExpressions: { perMinute: 0, onEmotion: false },
};

/** Tracking without smoothing, so that what goes in comes out. */
export const STILL_AND_RAW: RigPreset = {
  ...STILL,
  smoothing: {
    ...STILL.smoothing,
    filters: Object.fromEntries(
      Object.keys(STILL.smoothing.filters).map((region) => [region, { filter: 'none' }]),
    ) as RigPreset['smoothing']['filters'],
  },
};

export function face(shape: Partial<Record<ArkitBlendshape, number>>): TrackingInput {
  return { blendshapes: Float32Array.from(ARKIT_BLENDSHAPES, (name) => shape[name] ?? 0) };
}

export const weightOf = (rig: FaceRig, target: string): number =>
  rig.frame.weights[rig.targets.indexOf(target)] ?? Number.NaN;

/** The driver with the greatest share of a region, if any has one. */
export function ownerOf(shares: FaceRig['shares'], region: FaceRegion): FaceDriver | undefined {
  const shareOf = (driver: FaceDriver): number => shares[driver][REGION_INDEX[region]] ?? 0;
  const [owner] = FACE_DRIVERS.filter((driver) => shareOf(driver) > 0).sort(
    (a, b) => shareOf(b) - shareOf(a),
  );
  return owner;
}

/** Runs a rig at 60 frames per second over a time, and tells the largest step that any target made in a frame, and which. */
export function runFrames(
  rig: FaceRig,
  fromSeconds: number,
  toSeconds: number,
  input: TrackingInput | undefined,
  onFrame: (timeSeconds: number) => void = () => {},
): { step: number; target: string } {
  const largest = { step: 0, target: '' };
  const last = Float32Array.from(rig.frame.weights);
  const frames = Math.round((toSeconds - fromSeconds) * 60);
  for (let i = 1; i <= frames; i++) {
    const time = fromSeconds + i / 60;
    const { weights } = rig.evaluate(time, input);
    for (const [at, target] of rig.targets.entries()) {
      const step = Math.abs((weights[at] ?? 0) - (last[at] ?? 0));
      if (step > largest.step) Object.assign(largest, { step, target });
    }
    last.set(weights);
    onFrame(time);
  }
  return largest;
}
