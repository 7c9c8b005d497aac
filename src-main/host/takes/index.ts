export { openTake } from './openTake.ts';
export { TakeDesk } from './takeDesk.ts';
