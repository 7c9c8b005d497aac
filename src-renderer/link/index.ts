export { ask, hostUrl, onFresh, onHostEvent, onLiveFrame, upload, uploadFrame, useLink } from './host.ts';
export { hostSecondsAt } from './hostClock.ts';
export type { LinkState } from './linkClient.ts';
export { sendAvatar } from './sendAvatar.ts';
export { sendTakeFile } from './sendTakeFile.ts';
export { chooseFolder, isWindow, pathsOf } from './shell.ts';
