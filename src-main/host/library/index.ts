export { AvatarDesk, morphTargetsOf } from './avatarDesk.ts';
export { readAvatarFile } from './avatarFile.ts';
export type { SubjectKey } from './calibrationStore.ts';
export { LibraryShelf } from './libraryShelf.ts';
export { PresetDesk } from './presetDesk.ts';
