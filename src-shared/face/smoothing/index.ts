export { type ChannelFilter, createChannelFilter } from './channelFilter.ts';
