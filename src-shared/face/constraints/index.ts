export { compileConstraints } from './compile.ts';
export { createLipSeal } from './lipSeal.ts';
