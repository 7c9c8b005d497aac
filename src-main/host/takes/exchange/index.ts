export { type ExportChoice, exportTake } from './exportTake.ts';
export { clearImports, type ImportPlace } from './importTake.ts';
export { type ImportedTakes, importTakes } from './importTakes.ts';
