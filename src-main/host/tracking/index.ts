export { createProvider } from './createProvider.ts';
export { TrackerProcess, type WorkerProgress } from './trackerProcess.ts';
export type { WorkerResult } from './worker/messages.ts';
