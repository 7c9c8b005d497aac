export { Morphs } from './morphs.ts';
