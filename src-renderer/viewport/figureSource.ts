import type { LandmarkFrame } from '#shared/body/index.ts';

/** What moves the figure. */
export interface FigureSource {
  /**
   * Fills in the frame to show now. Called once for each picture that could be drawn; it takes no memory.
   * @returns whether anything changed since the last call
   */
  read(into: LandmarkFrame): boolean;
}
