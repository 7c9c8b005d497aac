import type { JobStatus } from '#shared/contract/index.ts';

/** Every text of the studio, in one place for translation. */
export const words = {
  title: 'Mimesis Studio',
  loading: 'Opening the workspace…',
  empty: 'No clips yet. Track a video, a folder or a manifest, and they appear here.',
  drop: 'Let go to track these files.',
  reconnecting: 'The host does not answer. What it has finished is safe; trying again…',
  progressOf: (filename: string) => `Tracking of ${filename}`,
  columns: { word: 'Word', file: 'File', state: 'State', frames: 'Frames', quality: 'Quality' },
  status: {
    queued: 'Waiting',
    processing: 'Tracking',
    done: 'Done',
    failed: 'Failed',
    missing_file: 'File missing',
  } satisfies Record<JobStatus, string>,
};
