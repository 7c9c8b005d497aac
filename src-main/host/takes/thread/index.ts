export { TakeThread } from './takeThread.ts';
