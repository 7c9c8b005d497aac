export { createFusion, type Fusion } from './fusion.ts';
