export { openTake } from './openTake.ts';
export { type RecoveredTake, recoverTakes } from './recoverTakes.ts';
export type { TakeFacts } from './takeFacts.ts';
export { type TakeProblem, TakeShelf } from './takeShelf.ts';
export { type TakeOutcome, TakeWriter, type TakeWriterOptions } from './takeWriter.ts';
export type { AudioFormat } from './wavFile.ts';
