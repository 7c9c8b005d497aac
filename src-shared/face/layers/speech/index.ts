export type { VisemeCue } from './keys.ts';
export { createSpeechLayer, type SpeechLayer } from './speech.ts';
