export { type Performance, Performer } from './performer.ts';
