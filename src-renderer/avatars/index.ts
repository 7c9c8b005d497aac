export { AvatarsPanel } from './AvatarsPanel.tsx';
export { currentAvatar, useAvatars } from './avatarsStore.ts';
