export type { RequestHandlers } from './linkConnection.ts';
export { LinkServer } from './linkServer.ts';
