import { LOOK_SIDE_RADIANS, LOOK_UP_DOWN_RADIANS } from '../../eyeAngles.ts';
import type { SparseWeights, Translator } from '../../mapping/index.ts';
import type { RigPreset } from '../../presets/index.ts';
import { createRandom } from '../../random/index.ts';
import { addOwned, type Pose } from '../pose.ts';
import { createBlinks } from './blinks.ts';
import { createBreath } from './breath.ts';
import { createDrift } from './drift.ts';
import { createGaze } from './gaze.ts';
import { createTwitches } from './twitches.ts';

/** A gaze shift of this size brings a blink more often than not (Evinger et al., Exp. Brain Res. 100, 1994). */
const BLINKING_SHIFT = 0.35;
/** Share of the attention's angle that the head takes over from the eyes, and how fast it follows, per second. */
const HEAD_SHARE = 0.3;
const HEAD_RATE = 2.5;
const BREATH_HEAD_RADIANS = 0.006;
const SWAY_RADIANS = 0.008;
const BREATH_NOSTRILS = 0.08;

const BLINK = { Eye_Blink_L: 1, Eye_Blink_R: 1, Eye_Squint_L: 0.1, Eye_Squint_R: 0.1 };
const NOSTRILS = { Nose_Nostril_Dilate_L: 1, Nose_Nostril_Dilate_R: 1 };
const TWITCHES: readonly Readonly<Record<string, number>>[] = [
  { Brow_Raise_Inner_L: 0.07, Brow_Raise_Inner_R: 0.08 },
  { Brow_Raise_Outer_L: 0.05, Brow_Raise_Outer_R: 0.05 },
  { Brow_Drop_L: 0.06, Brow_Drop_R: 0.06 },
  { Mouth_Press_L: 0.1, Mouth_Press_R: 0.09 },
  { Mouth_Smile_L: 0.06, Mouth_Smile_R: 0.04 },
  { Mouth_L: 0.05 },
  { Mouth_R: 0.05 },
  { Eye_Squint_L: 0.08, Eye_Squint_R: 0.08 },
  { Mouth_Roll_In_Lower_L: 0.1, Mouth_Roll_In_Lower_R: 0.1 },
];

/** A living face that nobody drives. */
export interface IdleLayer {
  /** Yaw, pitch, roll of the head in radians. */
  readonly head: Float64Array;
  /** Turn, lean and tilt of the upper body in radians. */
  readonly sway: Float64Array;
  /** Where the eyes look: yaw to the subject's left, pitch down, in radians. */
  readonly gaze: { readonly yaw: number; readonly pitch: number };
  /** 0 out, 1 in. */
  readonly breath: number;
  step(seconds: number): void;
  addTo(pose: Pose, shares: Float32Array): void;
  blink(): void;
  lookAt(yaw: number, pitch: number): void;
  reset(seed: number): void;
}

export function createIdleLayer(
  translator: Translator,
  settings: () => RigPreset['idle'],
  seed: number,
): IdleLayer {
  const random = createRandom(seed);
  const blinks = createBlinks(random, settings);
  const breath = createBreath(random, () => settings().breathsPerMinute);
  const gaze = createGaze(random, settings);
  const drift = createDrift(random, 6);
  const twitches = createTwitches(random, TWITCHES.length);

  const blinkWeights = translator.translate(BLINK);
  const nostrils = translator.translate(NOSTRILS);
  const twitchWeights = TWITCHES.map((weights) => translator.translate(weights));
  const look = (direction: string): SparseWeights =>
    translator.translate({ [`Eye_L_Look_${direction}`]: 1, [`Eye_R_Look_${direction}`]: 1 });
  const looks = { left: look('L'), right: look('R'), up: look('Up'), down: look('Down') };

  const aim = new Float64Array(2);
  const layer = {
    head: new Float64Array(3),
    sway: new Float64Array(3),
    gaze,
    breath: 0,
    blink: blinks.blink,
    lookAt: gaze.lookAt,
    step,
    addTo,
    reset,
  };
  let lids = 0;

  function step(seconds: number): void {
    lids = blinks.step(seconds);
    gaze.step(seconds);
    if (gaze.jumped > BLINKING_SHIFT) blinks.blink();
    drift.step(seconds);
    twitches.step(seconds);
    const { breathDepth, headDriftRadians, fidgets } = settings();
    layer.breath = breath.step(seconds) * breathDepth;
    moveHead(seconds, headDriftRadians * fidgets);
    for (let axis = 0; axis < 3; axis++) {
      layer.sway[axis] = (drift.values[3 + axis] ?? 0) * SWAY_RADIANS * fidgets;
    }
  }

  function moveHead(seconds: number, driftRadians: number): void {
    const follow = Math.min(1, HEAD_RATE * seconds);
    aim[0] = (aim[0] ?? 0) + (HEAD_SHARE * gaze.attention.yaw - (aim[0] ?? 0)) * follow;
    aim[1] = (aim[1] ?? 0) + (HEAD_SHARE * gaze.attention.pitch - (aim[1] ?? 0)) * follow;
    const { head } = layer;
    head[0] = (aim[0] ?? 0) + (drift.values[0] ?? 0) * driftRadians;
    head[1] =
      (aim[1] ?? 0) + (drift.values[1] ?? 0) * driftRadians * 0.6 - BREATH_HEAD_RADIANS * layer.breath;
    head[2] = (drift.values[2] ?? 0) * driftRadians * 0.5;
  }

  function addTo(pose: Pose, shares: Float32Array): void {
    if (lids > 0) addOwned(pose, blinkWeights, lids, shares);
    const side = gaze.yaw / LOOK_SIDE_RADIANS;
    const down = gaze.pitch / LOOK_UP_DOWN_RADIANS;
    addOwned(pose, side > 0 ? looks.left : looks.right, Math.abs(side), shares);
    addOwned(pose, down > 0 ? looks.down : looks.up, Math.min(1, Math.abs(down)), shares);
    addOwned(pose, nostrils, layer.breath * BREATH_NOSTRILS, shares);
    const twitch = twitches.current < 0 ? undefined : twitchWeights[twitches.current];
    if (twitch) addOwned(pose, twitch, twitches.strength * settings().fidgets, shares);
  }

  function reset(to: number): void {
    random.reset(to);
    blinks.reset();
    breath.reset();
    gaze.reset();
    drift.reset();
    twitches.reset();
    aim.fill(0);
    lids = 0;
  }

  return layer;
}
