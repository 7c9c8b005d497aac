import { create } from 'zustand';
import type { FaceRig, FaceRigOptions } from '#shared/face/index.ts';
import { Performer } from './performer.ts';

/** The studio's one performer. */
export const performer = new Performer();

/** Its rig, which is another one for another avatar. */
export const useRig = create<{ readonly rig: FaceRig }>(() => ({ rig: performer.rig }));

/** Lets what is performed be told from now on, or no longer. */
export function tellPerformance(isTold: boolean): void {
  performer.isTold = isTold;
  useRig.setState({ rig: performer.rig });
}

/** Lets the performer speak another avatar's names from now on. */
export function speakTo(options: FaceRigOptions): void {
  performer.speakTo(options);
  useRig.setState({ rig: performer.rig });
}
