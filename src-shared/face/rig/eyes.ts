import { ARKIT_INDEX, type ArkitBlendshape } from '../arkit.ts';
import { LOOK_SIDE_RADIANS, LOOK_UP_DOWN_RADIANS } from '../eyeAngles.ts';
import type { IdleLayer, TrackingLayer } from '../layers/index.ts';

const at = (name: ArkitBlendshape): number => ARKIT_INDEX.get(name) ?? -1;
/** For each eye the coefficients that turn it to the subject's left and right, down and up. */
const LEFT = [at('eyeLookOutLeft'), at('eyeLookInLeft'), at('eyeLookDownLeft'), at('eyeLookUpLeft')] as const;
const RIGHT = [
  at('eyeLookInRight'),
  at('eyeLookOutRight'),
  at('eyeLookDownRight'),
  at('eyeLookUpRight'),
] as const;

/**
 * Where both eyes look, by what drives them. Weights do not tell it: an avatar with eye bones may have no targets for it,
 * and a mapping may weigh them otherwise. Where eye rotations are measured they stand in the place of the coefficients.
 * @param idleShare how much of the gaze is idle's, 0..1; `trackedShare` how much is tracking's
 * @param eyes yaw and pitch of the left and of the right eye, in the signs of the frame
 */
export function lookAsDriven(
  { gaze }: IdleLayer,
  idleShare: number,
  tracking: TrackingLayer,
  trackedShare: number,
  eyes: Float32Array,
): void {
  const { channels, eyesShare } = tracking;
  for (let eye = 0; eye < 2; eye++) {
    const [toLeft, toRight, down, up] = eye === 0 ? LEFT : RIGHT;
    const yaw = ((channels[toLeft] ?? 0) - (channels[toRight] ?? 0)) * LOOK_SIDE_RADIANS;
    const pitch = ((channels[down] ?? 0) - (channels[up] ?? 0)) * LOOK_UP_DOWN_RADIANS;
    const i = 2 * eye;
    // Live Link Face turns yaw to the right; pitch goes down in both.
    const measuredYaw = -(channels[tracking.eyes + i] ?? 0);
    const measuredPitch = channels[tracking.eyes + i + 1] ?? 0;
    eyes[i] = idleShare * gaze.yaw + trackedShare * (yaw + eyesShare * (measuredYaw - yaw));
    eyes[i + 1] = idleShare * gaze.pitch + trackedShare * (pitch + eyesShare * (measuredPitch - pitch));
  }
}
