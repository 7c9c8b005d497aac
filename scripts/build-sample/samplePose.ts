import { ARKIT_BLENDSHAPES, builtInPresets, compileMapping, PROFILE_TARGETS } from '#shared/face/index.ts';
import {
  type AvatarPose,
  createAvatarPose,
  createPerformanceFrame,
  type PerformanceFrame,
  writeSamplePerformance,
} from '#shared/performance/index.ts';

/** A moment of the sample performance: what is true in it, and how the default avatar shows it. Both are written anew by the next call. */
export interface SampleMoment {
  readonly frame: PerformanceFrame;
  readonly pose: AvatarPose;
}

const table = builtInPresets('mapping').find(({ from, to }) => from === 'arkit' && to === 'cc4_extended');
if (!table) throw new Error('No table leads from ARKit to CC4 Extended.');
const mapping = compileMapping(table, ARKIT_BLENDSHAPES, PROFILE_TARGETS.cc4_extended);
const moment: SampleMoment = { frame: createPerformanceFrame(), pose: createAvatarPose() };

export function sampleMoment(seconds: number): SampleMoment {
  const { frame, pose } = moment;
  writeSamplePerformance(seconds, frame);
  pose.weights.fill(0);
  mapping.apply(frame.blendshapes, pose.weights);
  pose.body.rotations.set(frame.body.rotations);
  pose.body.pelvis.set(frame.body.pelvis);
  return moment;
}
