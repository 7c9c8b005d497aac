export { exportTake, importTakes } from './exchange/index.ts';
export { prepareTakes } from './prepareTakes.ts';
export { TakeBrowser } from './takeBrowser.ts';
export { TakeDesk } from './takeDesk.ts';
export { TakeShelf } from './takeShelf.ts';
