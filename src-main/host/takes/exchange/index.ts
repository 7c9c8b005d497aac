export { type ExportChoice, exportTake } from './exportTake.ts';
export { clearImports, type ImportedTake, type ImportPlace, importTake } from './importTake.ts';
export { findTakeSources } from './takeSource.ts';
