import type { LandmarkFrame } from './landmarkFrame.ts';

/** What moves a figure: a clip that plays, a phone. */
export interface LandmarkSource {
  /**
   * Writes the frame to show now. Called once for each picture that could be drawn; it takes no memory.
   * @returns whether it is another one than at the last call; where it is not, nothing is written
   */
  read(into: LandmarkFrame): boolean;
}
