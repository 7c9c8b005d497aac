export { exportTake, importTakes } from './exchange/index.ts';
export { openTake } from './openTake.ts';
export { prepareTakes } from './prepareTakes.ts';
export { TakeBrowser } from './takeBrowser.ts';
export { TakeDesk } from './takeDesk.ts';
export { TakeShelf } from './takeShelf.ts';
