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
  reset(): void;
}

export function createSecondaryMotion(
  settings: readonly FollowThrough[],
  translator: Translator,
): SecondaryMotion {
  const springs = settings.flatMap(({ driver, follower, gain, frequencyHz }) => {
    const head = HEAD_DRIVERS.indexOf(driver);
    const driverTarget = head < 0 ? translator.targetsOf(driver)[0]?.index : -1;
    const [moved] = translator.targetsOf(follower);
    if (driverTarget === undefined || !moved) return [];
    return [
      {
        head,
        driverTarget,
        follower: moved.index,
        gain: gain * moved.weight,
        rate: 2 * Math.PI * frequencyHz,
      },
    ];
  });
  const headDrivers = Int8Array.from(springs, ({ head }) => head);
  const driverTargets = Uint16Array.from(springs, ({ driverTarget }) => Math.max(0, driverTarget));
  const followers = Uint16Array.from(springs, ({ follower }) => follower);
  const gains = Float64Array.from(springs, ({ gain }) => gain);
  const rates = Float64Array.from(springs, ({ rate }) => rate);
  const places = new Float64Array(springs.length);
  const speeds = new Float64Array(springs.length);
  const decays = new Float64Array(springs.length);
  const state = { seconds: -1, started: false };

  return {
    reset() {
      state.started = false;
    },
    step({ weights }, head, seconds) {
      if (seconds !== state.seconds) {
        state.seconds = seconds;
        for (let i = 0; i < rates.length; i++) {
          const isAsBefore = i > 0 && rates[i] === rates[i - 1];
          decays[i] = isAsBefore ? (decays[i - 1] ?? 0) : Math.exp(-(rates[i] ?? 0) * seconds);
        }
      }
      for (let i = 0; i < followers.length; i++) {
        const headDriver = headDrivers[i] ?? -1;
        const goal = (headDriver < 0 ? weights[driverTargets[i] ?? 0] : head[headDriver]) ?? 0;
        const away = state.started ? (places[i] ?? 0) - goal : 0;
        const speed = state.started ? (speeds[i] ?? 0) : 0;
        const rate = rates[i] ?? 0;
        const decay = decays[i] ?? 0;
        const behind = -dampedPlace(away, speed, rate, seconds, decay);
        places[i] = goal - behind;
        speeds[i] = dampedSpeed(away, speed, rate, seconds, decay);
        const answer = Math.min(MOST, Math.max(-MOST, behind * (gains[i] ?? 0)));
        const follower = followers[i] ?? 0;
        weights[follower] = Math.min(1, Math.max(0, (weights[follower] ?? 0) + answer));
      }
      state.started = true;
    },
  };
}
