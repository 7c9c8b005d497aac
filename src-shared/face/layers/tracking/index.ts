export type { TrackingInput } from './input.ts';
export { createTrackingLayer, type TrackingLayer } from './tracking.ts';
