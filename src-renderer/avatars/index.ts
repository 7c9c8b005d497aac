export { AvatarDrops } from './AvatarDrops.tsx';
export { AvatarsPanel } from './AvatarsPanel.tsx';
export { chooseAvatar, configureAvatar, currentAvatar, useAvatars } from './avatarsStore.ts';
