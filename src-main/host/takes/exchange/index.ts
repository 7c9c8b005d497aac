export { type ExportChoice, exportTake } from './exportTake.ts';
export { clearImports } from './importTake.ts';
export { type ImportedTakes, importTakes } from './importTakes.ts';
