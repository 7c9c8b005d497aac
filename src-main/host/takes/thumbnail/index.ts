export { type MadeThumbnail, makeThumbnail } from './makeThumbnail.ts';
