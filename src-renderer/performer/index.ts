export { fetchAvatar, targetsOf } from './avatarFile.ts';
export { performer, speakTo, useRig } from './livePerformer.ts';
export type { Performance, Performer } from './performer.ts';
