export { createChannelFilter } from './channelFilter.ts';
