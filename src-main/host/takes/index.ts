export { TakeDesk } from './takeDesk.ts';
