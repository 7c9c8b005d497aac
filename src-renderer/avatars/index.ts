export { AvatarsPanel } from './AvatarsPanel.tsx';
export { chooseAvatar, currentAvatar, useAvatars } from './avatarsStore.ts';
export { ImportReport } from './ImportReport.tsx';
export { MappingEditor } from './MappingEditor.tsx';
