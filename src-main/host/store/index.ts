export type { ClipToStore } from './clipStore.ts';

export { type JobRecord, viewOfJob } from './records.ts';
export { Workspace } from './workspace.ts';
