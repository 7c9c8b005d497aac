export { exportTake, importTakes } from './exchange/index.ts';
export { mendTakes } from './mendTakes.ts';
export { openTake } from './openTake.ts';
export { TakeBrowser } from './takeBrowser.ts';
export { TakeDesk } from './takeDesk.ts';
export { TakeShelf } from './takeShelf.ts';
