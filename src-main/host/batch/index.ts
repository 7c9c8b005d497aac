export { type IngestReport, ingestInput, inspectAgain } from './ingestInput.ts';
export { removePartials } from './partials.ts';
export { type BatchEvent, runBatch } from './runBatch.ts';
