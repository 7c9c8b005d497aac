export { type AvatarNames, type LoadedAvatar, loadAvatar } from './loadAvatar.ts';
export type { Stature } from './stature.ts';
