export type { ClipToStore } from './clipStore.ts';

export type { JobRecord } from './records.ts';
export { Workspace } from './workspace.ts';
