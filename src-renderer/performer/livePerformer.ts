import { Performer } from './performer.ts';

/** The studio's one performer. */
export const performer = new Performer();
