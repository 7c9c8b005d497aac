export type { VisemeCue } from './keys.ts';
export { LATE_SECONDS } from './line.ts';
export { createSpeechLayer } from './speech.ts';
