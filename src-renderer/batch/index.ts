export { JobsPanel } from './JobsPanel.tsx';
export { useJobs } from './jobsStore.ts';
