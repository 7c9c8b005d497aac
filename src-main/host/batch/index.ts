export { type IngestReport, ingestInput, inspectAgain } from './ingestInput.ts';
export { removePartials } from './partials.ts';
export { type BatchEvent, type BatchOptions, runBatch } from './runBatch.ts';
