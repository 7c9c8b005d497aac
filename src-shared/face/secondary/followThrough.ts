import { dampedPlace, dampedSpeed, type Pose } from '../layers/index.ts';
import type { Translator } from '../mapping/index.ts';
import type { FollowThrough } from '../presets/index.ts';

const HEAD_DRIVERS: readonly string[] = ['head_yaw', 'head_pitch', 'head_roll'];
/** No follower is moved by more than this, however fast its driver. */
const MOST = 0.3;

/**
 * Soft parts that answer a movement and come to rest with it. Each driver is followed by a critically damped spring; what
 * the spring is behind moves the follower, so a face at rest is not changed.
 */
export interface SecondaryMotion {
  /** @param head yaw, pitch, roll in radians */
  step(pose: Pose, head: Float32Array, seconds: number): void;
  /** @returns whether it differs from what was set before */
  configure(settings: readonly FollowThrough[]): boolean;
  reset(): void;
}

export function createSecondaryMotion(
  settings: readonly FollowThrough[],
  translator: Translator,
): SecondaryMotion {
  let set = JSON.stringify(settings);
  let springs = compileSprings(settings, translator);
  let isStarted = false;

  return {
    configure(next) {
      const text = JSON.stringify(next);
      if (text === set) return false;
      set = text;
      springs = compileSprings(next, translator);
      isStarted = false;
      return true;
    },
    reset() {
      isStarted = false;
    },
    step({ weights }, head, seconds) {
      if (!isStarted) begin(springs, weights, head);
      isStarted = true;
      follow(springs, weights, head, seconds);
    },
  };
}

type Springs = ReturnType<typeof compileSprings>;

function compileSprings(settings: readonly FollowThrough[], translator: Translator) {
  const springs = settings.flatMap(({ driver, follower, gain, frequencyHz }) => {
    const head = HEAD_DRIVERS.indexOf(driver);
    const driverTarget = head < 0 ? translator.targetsOf(driver)[0]?.index : -1;
    const [moved] = translator.targetsOf(follower);
    if (driverTarget === undefined || !moved) return [];
    const rate = 2 * Math.PI * frequencyHz;
    return [{ head, driverTarget, follower: moved.index, gain: gain * moved.weight, rate }];
  });
  return {
    headDrivers: Int8Array.from(springs, ({ head }) => head),
    driverTargets: Uint16Array.from(springs, ({ driverTarget }) => Math.max(0, driverTarget)),
    followers: Uint16Array.from(springs, ({ follower }) => follower),
    gains: Float64Array.from(springs, ({ gain }) => gain),
    rates: Float64Array.from(springs, ({ rate }) => rate),
    places: new Float64Array(springs.length),
    speeds: new Float64Array(springs.length),
  };
}

function goalOf(
  { headDrivers, driverTargets }: Springs,
  i: number,
  weights: Float32Array,
  head: Float32Array,
): number {
  const headDriver = headDrivers[i] ?? -1;
  return (headDriver < 0 ? weights[driverTargets[i] ?? 0] : head[headDriver]) ?? 0;
}

/** All at rest where their drivers are. */
function begin(springs: Springs, weights: Float32Array, head: Float32Array): void {
  const { places, speeds } = springs;
  for (let i = 0; i < places.length; i++) places[i] = goalOf(springs, i, weights, head);
  speeds.fill(0);
}

function follow(springs: Springs, weights: Float32Array, head: Float32Array, seconds: number): void {
  const { followers, gains, rates, places, speeds } = springs;
  let rate = 0;
  let decay = 1;
  for (let i = 0; i < followers.length; i++) {
    const own = rates[i] ?? 0;
    // Neighbours mostly have the same rate.
    if (own !== rate) decay = Math.exp(-own * seconds);
    rate = own;
    const goal = goalOf(springs, i, weights, head);
    const away = (places[i] ?? 0) - goal;
    const speed = speeds[i] ?? 0;
    const behind = -dampedPlace(away, speed, rate, seconds, decay);
    places[i] = goal - behind;
    speeds[i] = dampedSpeed(away, speed, rate, seconds, decay);
    const answer = Math.min(MOST, Math.max(-MOST, behind * (gains[i] ?? 0)));
    const follower = followers[i] ?? 0;
    weights[follower] = Math.min(1, Math.max(0, (weights[follower] ?? 0) + answer));
  }
}
