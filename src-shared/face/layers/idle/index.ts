export { createIdleLayer } from './idle.ts';
