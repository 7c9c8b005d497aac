export { TrackerProcess } from './trackerProcess.ts';
export type { WorkerResult } from './worker/messages.ts';
