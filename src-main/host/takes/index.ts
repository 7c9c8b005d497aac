export { exportTake, findTakeSources, importTake } from './exchange/index.ts';
export { prepareTakes } from './prepareTakes.ts';
export { TakeDesk } from './takeDesk.ts';
export { TakeShelf } from './takeShelf.ts';
