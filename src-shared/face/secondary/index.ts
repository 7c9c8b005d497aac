export { createSecondaryMotion, type SecondaryMotion } from './followThrough.ts';
