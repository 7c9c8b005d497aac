export { Drawing } from './drawing.ts';
export { barsHeight } from './paint.ts';
