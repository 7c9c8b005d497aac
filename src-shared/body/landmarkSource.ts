import type { LandmarkFrame } from './landmarkFrame.ts';
import type { SkeletonPose } from './skeleton/index.ts';

/** How eyes are turned: yaw and pitch of each in radians, in the signs of Live Link Face (to the subject's right, down). */
export interface EyeTurns {
  readonly left: ArrayLike<number>;
  readonly right: ArrayLike<number>;
}

/** What moves a figure: a clip that plays, a phone. */
export interface LandmarkSource {
  /**
   * Writes the frame to show now. Called once for each picture that could be drawn; it takes no memory.
   * @returns whether it is another one than at the last call; where it is not, nothing is written
   */
  read(into: LandmarkFrame): boolean;
  /**
   * Calls back as soon as something new can be read, where the source knows: a live one is shown without waiting for the
   * screen's next turn. Returns how to stop.
   */
  watch?(onNews: () => void): () => void;
  /** Of the frame that was read last; undefined where they are not measured. */
  readonly eyes?: EyeTurns | undefined;
  /** Likewise: a body that was captured as a skeleton; it takes the place of what the landmarks say of one. */
  readonly body?: SkeletonPose | undefined;
}
