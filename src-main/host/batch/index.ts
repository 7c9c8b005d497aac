export { BatchRunner } from './batchRunner.ts';
export type { IngestReport } from './ingestInput.ts';
export type { BatchEvent } from './runBatch.ts';
