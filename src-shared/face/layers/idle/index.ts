export { createIdleLayer, type IdleLayer } from './idle.ts';
