export { createServer, type HostServer } from './server.ts';
