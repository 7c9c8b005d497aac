export { type Constraints, compileConstraints } from './compile.ts';
export { createLipSeal } from './lipSeal.ts';
