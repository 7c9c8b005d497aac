export { createFusion } from './fusion.ts';
