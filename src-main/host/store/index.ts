export type { ClipToStore } from './clipStore.ts';

export { type JobRecord, viewOfJob } from './records.ts';
export { type TakeQuery, type TakeRecord, TakeStore } from './takeStore.ts';
export { Workspace } from './workspace.ts';
