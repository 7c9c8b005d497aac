export { fetchAvatar, targetsOf } from './avatarFile.ts';
export { performer, speakTo, tellPerformance, useRig } from './livePerformer.ts';
export type { Performance, Performer } from './performer.ts';
