import { ARKIT_INDEX, type ArkitBlendshape } from '../arkit.ts';
import { LOOK_SIDE_RADIANS, LOOK_UP_DOWN_RADIANS } from '../eyeAngles.ts';
import type { Translator } from '../mapping/index.ts';

/**
 * Degrees that Reallusion's CC_Base_JawRoot turns at weight 1. Its targets keep the lips' shape and leave the opening to
 * the bone; on avatars without it the same targets open the mouth themselves.
 */
const JAW_DEGREES = { Jaw_Open: 30, V_Open: 18 };
const MOST_JAW_RADIANS = (36 * Math.PI) / 180;

/** What turns in an avatar with bones, told by the weights of its targets. */
export interface Bones {
  jaw(weights: Float32Array): number;
  /** @param eyes yaw and pitch of the left and of the right eye */
  eyes(weights: Float32Array, eyes: Float32Array): void;
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
  const target = (name: string): number => translator.targetsOf(name)[0]?.index ?? -1;
  const [left, right] = (['L', 'R'] as const).map((eye) => ({
    left: target(`Eye_${eye}_Look_L`),
    right: target(`Eye_${eye}_Look_R`),
    up: target(`Eye_${eye}_Look_Up`),
    down: target(`Eye_${eye}_Look_Down`),
  }));
  return {
    jaw(weights) {
      let radians = 0;
      for (let i = 0; i < jawTargets.length; i++) {
        radians += (weights[jawTargets[i] ?? 0] ?? 0) * (jawRadians[i] ?? 0);
      }
      return Math.min(MOST_JAW_RADIANS, radians);
    },
    eyes(weights, eyes) {
      if (!left || !right) return;
      eyes[0] = ((weights[left.left] ?? 0) - (weights[left.right] ?? 0)) * LOOK_SIDE_RADIANS;
      eyes[1] = ((weights[left.down] ?? 0) - (weights[left.up] ?? 0)) * LOOK_UP_DOWN_RADIANS;
      eyes[2] = ((weights[right.left] ?? 0) - (weights[right.right] ?? 0)) * LOOK_SIDE_RADIANS;
      eyes[3] = ((weights[right.down] ?? 0) - (weights[right.up] ?? 0)) * LOOK_UP_DOWN_RADIANS;
    },
  };
}

const at = (name: ArkitBlendshape): number => ARKIT_INDEX.get(name) ?? -1;
const LEFT = [at('eyeLookOutLeft'), at('eyeLookInLeft'), at('eyeLookDownLeft'), at('eyeLookUpLeft')] as const;
const RIGHT = [
  at('eyeLookInRight'),
  at('eyeLookOutRight'),
  at('eyeLookDownRight'),
  at('eyeLookUpRight'),
] as const;

/**
 * Puts measured eye rotations in the place of those that the tracked coefficients told.
 * @param coefficients 52 of ARKit
 * @param measured yaw and pitch of both eyes in the signs of Live Link Face, from `first` on
 * @param share how much of the eyes is tracked and measured, 0..1
 */
export function correctEyes(
  coefficients: Float64Array,
  measured: Float64Array,
  first: number,
  share: number,
  eyes: Float32Array,
): void {
  for (let eye = 0; eye < 2; eye++) {
    const [toLeft, toRight, down, up] = eye === 0 ? LEFT : RIGHT;
    const yaw = ((coefficients[toLeft] ?? 0) - (coefficients[toRight] ?? 0)) * LOOK_SIDE_RADIANS;
    const pitch = ((coefficients[down] ?? 0) - (coefficients[up] ?? 0)) * LOOK_UP_DOWN_RADIANS;
    const i = 2 * eye;
    eyes[i] = (eyes[i] ?? 0) + share * (-(measured[first + i] ?? 0) - yaw);
    eyes[i + 1] = (eyes[i + 1] ?? 0) + share * ((measured[first + i + 1] ?? 0) - pitch);
  }
}
