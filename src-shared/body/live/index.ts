export { LiveFilter } from './liveFilter.ts';
