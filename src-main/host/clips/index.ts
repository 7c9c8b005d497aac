export { ClipDesk } from './clipDesk.ts';
