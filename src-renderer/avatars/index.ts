export { AvatarsPanel } from './AvatarsPanel.tsx';
export { chooseAvatar, currentAvatar, useAvatars } from './avatarsStore.ts';
