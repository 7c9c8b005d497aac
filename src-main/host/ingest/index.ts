export type { RowProblem } from './input.ts';
export { type FileInspection, inspectFile } from './inspectFile.ts';
export { readInput } from './readInput.ts';
