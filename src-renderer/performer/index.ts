export { fetchAvatar, targetsOf } from './avatarFile.ts';
export { performer } from './livePerformer.ts';
export type { Performance, Performer } from './performer.ts';
