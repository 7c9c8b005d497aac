export type { ClipToStore } from './clipStore.ts';
export type { ClipSelection, JobStore } from './jobStore.ts';
export type { JobRecord, TrackedClip } from './records.ts';
export { Workspace } from './workspace.ts';
