export { createSecondaryMotion } from './followThrough.ts';
