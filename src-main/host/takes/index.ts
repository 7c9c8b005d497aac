export { openTake } from './openTake.ts';
export { type RecoveredTake, recoverTakes } from './recoverTakes.ts';
export { TakeWriter } from './takeWriter.ts';
