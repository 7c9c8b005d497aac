/**
 * One moment of an avatar's face. Made once and filled anew for each frame. Angles are in radians, in a right-handed space
 * with Y up in which the avatar looks along +Z: yaw turns to the subject's left, pitch turns down, roll tilts the head to
 * the subject's right shoulder. Turn a head bone as the Euler angles (pitch, yaw, roll) in the order YXZ.
 */
export interface AvatarFrame {
  timeSeconds: number;
  /** 0..1 in the order of the rig's targets. */
  readonly weights: Float32Array;
  /** Yaw, pitch, roll. */
  readonly head: Float32Array;
  /** Yaw and pitch of the left eye, then of the right one, for avatars with eye bones. */
  readonly eyes: Float32Array;
  /** How far the jaw bone is open, for avatars that have one. */
  jaw: number;
  /** 0 breathed out, 1 breathed in. */
  breath: number;
  /** Turn, lean and tilt of the upper body: yaw, pitch, roll. */
  readonly sway: Float32Array;
}

export function createAvatarFrame(targets: number): AvatarFrame {
  return {
    timeSeconds: 0,
    weights: new Float32Array(targets),
    head: new Float32Array(3),
    eyes: new Float32Array(4),
    jaw: 0,
    breath: 0,
    sway: new Float32Array(3),
  };
}
