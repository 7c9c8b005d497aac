export { ask, hostUrl, onFresh, onHostEvent, onLiveFrame, useLink } from './host.ts';
export type { LinkState } from './linkClient.ts';
export { pathsOf } from './shell.ts';
