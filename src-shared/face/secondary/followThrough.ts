import type { Pose } from '../layers/index.ts';
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
  const places = new Float64Array(springs.length);
  const speeds = new Float64Array(springs.length);
  const decays = new Float64Array(springs.length);
  let lastSeconds = -1;
  let started = false;

  return {
    reset() {
      started = false;
    },
    step({ weights }, head, seconds) {
      if (seconds !== lastSeconds) {
        lastSeconds = seconds;
        for (const [i, { rate }] of springs.entries()) decays[i] = Math.exp(-rate * seconds);
      }
      for (let i = 0; i < springs.length; i++) {
        const spring = springs[i];
        if (!spring) continue;
        const goal = (spring.head < 0 ? weights[spring.driverTarget] : head[spring.head]) ?? 0;
        const away = started ? (places[i] ?? 0) - goal : 0;
        const speed = started ? (speeds[i] ?? 0) : 0;
        const pull = (speed + spring.rate * away) * seconds;
        const decay = decays[i] ?? 0;
        const behind = -(away + pull) * decay;
        places[i] = goal - behind;
        speeds[i] = (speed - spring.rate * pull) * decay;
        const answer = Math.min(MOST, Math.max(-MOST, behind * spring.gain));
        const before = weights[spring.follower] ?? 0;
        weights[spring.follower] = Math.min(1, Math.max(0, before + answer));
      }
      started = true;
    },
  };
}
