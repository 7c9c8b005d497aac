export type { ClipToStore } from './clipStore.ts';

export { type JobRecord, viewOfJob } from './records.ts';
export { type TakeRecord, TakeStore } from './takeStore.ts';
export { Workspace } from './workspace.ts';
