export { AvatarDesk, morphTargetsOf } from './avatarDesk.ts';
export { readAvatarFile } from './avatarFile.ts';
export { LibraryShelf } from './libraryShelf.ts';
export { PresetDesk } from './presetDesk.ts';
