export type { RequestHandlers } from './link/index.ts';
export { MediaShelf } from './media.ts';
export { createServer, type HostServer } from './server.ts';
