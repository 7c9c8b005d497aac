import { LOOK_SIDE_RADIANS, LOOK_UP_DOWN_RADIANS } from '../eyeAngles.ts';
import type { Translator } from '../mapping/index.ts';

/**
 * Degrees that Reallusion's CC_Base_JawRoot turns at weight 1. Its targets keep the lips' shape and leave the opening to
 * the bone; on avatars without it the same targets open the mouth themselves.
 */
const JAW_DEGREES = { Jaw_Open: 30, V_Open: 18 };
const MOST_JAW_RADIANS = (36 * Math.PI) / 180;

/** What each look target turns, at weight 1: yaw (0) or pitch (1) of its eye, in radians. */
const LOOKS = [
  ['L', 0, LOOK_SIDE_RADIANS],
  ['R', 0, -LOOK_SIDE_RADIANS],
  ['Down', 1, LOOK_UP_DOWN_RADIANS],
  ['Up', 1, -LOOK_UP_DOWN_RADIANS],
] as const;

/** What turns in an avatar with bones, told by the weights of its targets. */
export interface Bones {
  jaw(weights: Float32Array): number;
  /**
   * Adds how far the look targets turn the eyes, times `scale`.
   * @param eyes yaw and pitch of the left and of the right eye
   */
  addLooks(weights: Float32Array, scale: number, eyes: Float32Array): void;
}

export function createBones(translator: Translator): Bones {
  const jaw = new Map<number, number>();
  for (const [name, degrees] of Object.entries(JAW_DEGREES)) {
    for (const { index } of translator.targetsOf(name)) {
      if (!jaw.has(index)) jaw.set(index, (degrees * Math.PI) / 180);
    }
  }
  const jawTargets = Uint16Array.from(jaw.keys());
  const jawRadians = Float64Array.from(jaw.values());
  const looks = (['L', 'R'] as const).flatMap((eye, i) =>
    LOOKS.flatMap(([direction, angle, radians]) => {
      const [target] = translator.targetsOf(`Eye_${eye}_Look_${direction}`);
      return target ? [{ target: target.index, angle: 2 * i + angle, radians }] : [];
    }),
  );
  const lookTargets = Uint16Array.from(looks, ({ target }) => target);
  const lookAngles = Uint8Array.from(looks, ({ angle }) => angle);
  const lookRadians = Float64Array.from(looks, ({ radians }) => radians);
  return {
    jaw(weights) {
      let radians = 0;
      for (let i = 0; i < jawTargets.length; i++) {
        radians += (weights[jawTargets[i] ?? 0] ?? 0) * (jawRadians[i] ?? 0);
      }
      return Math.min(MOST_JAW_RADIANS, radians);
    },
    addLooks(weights, scale, eyes) {
      for (let i = 0; i < lookTargets.length; i++) {
        const angle = lookAngles[i] ?? 0;
        const turn = (weights[lookTargets[i] ?? 0] ?? 0) * (lookRadians[i] ?? 0);
        eyes[angle] = (eyes[angle] ?? 0) + scale * turn;
      }
    },
  };
}
