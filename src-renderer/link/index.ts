export { ask, hostUrl, onFresh, onHostEvent, onLiveFrame, upload, uploadFrame, useLink } from './host.ts';
export type { LinkState } from './linkClient.ts';
export { sendAvatar } from './sendAvatar.ts';
export { pathsOf } from './shell.ts';
