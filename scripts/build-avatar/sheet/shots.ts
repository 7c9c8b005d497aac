import type { AvatarPose } from '#shared/performance/index.ts';
import type { Camera } from '../../film/index.ts';

/** One labelled picture of the sheet. */
export interface Shot {
  readonly label: string;
  readonly camera: Camera;
  readonly pose: AvatarPose;
}
