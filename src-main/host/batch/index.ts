export { BatchRunner } from './batchRunner.ts';
export { type IngestReport, requireUnchanged } from './ingestInput.ts';
export type { BatchEvent } from './runBatch.ts';
