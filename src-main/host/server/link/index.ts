export type { RequestHandlers, UploadHandlers } from './linkConnection.ts';
export { LinkServer } from './linkServer.ts';
