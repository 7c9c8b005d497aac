export { AvatarDrops } from './AvatarDrops.tsx';
export { AvatarsPanel } from './AvatarsPanel.tsx';
export { configureAvatar, currentAvatar, useAvatars } from './avatarsStore.ts';
