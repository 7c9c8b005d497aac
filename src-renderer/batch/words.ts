import type { JobStatus } from '#shared/contract/index.ts';
import { formatCount } from '../ui/index.ts';

const clips = (count: number): string => `${formatCount(count)} ${count === 1 ? 'clip' : 'clips'}`;

/** Every text of the list of jobs, in one place for translation. */
export const words = {
  title: 'Clips',
  list: 'Clips of this workspace',
  search: 'Word or file name',
  filter: 'State',
  all: 'All',
  status: {
    queued: 'Waiting',
    processing: 'Tracking',
    done: 'Done',
    failed: 'Failed',
    missing_file: 'File missing',
  } satisfies Record<JobStatus, string>,
  frames: (count: number) => `${formatCount(count)} ${count === 1 ? 'frame' : 'frames'}`,
  quality: 'Quality',
  score: (score: number) => score.toFixed(2),
  progressOf: (filename: string) => `Tracking of ${filename}`,
  loading: 'Loading the clips…',
  rowLoading: 'Loading',
  unreadable: { title: 'The clips cannot be read', again: 'Try again' },
  empty: {
    title: 'No clips yet',
    hint: 'Drop a video, a folder or a manifest anywhere on this window. Tracking starts at once, on this computer.',
  },
  notFound: {
    title: 'Nothing found',
    search: (text: string) => `No word or file name contains “${text}” in this state.`,
    state: 'No clip is in this state.',
    showAll: 'Show all clips',
  },
  add: {
    open: 'Add clips',
    title: 'Add clips',
    path: 'Path of a video, a folder or a manifest (CSV or TSV)',
    hint: 'The path as it is on the computer that tracks. You can also drop files on the window.',
    confirm: 'Add and track',
    busy: 'Looking through the files…',
  },
  drop: {
    title: 'Drop to add',
    hint: 'Videos, folders of videos, a manifest with words and files, or an avatar (GLB or FBX)',
    noPath: 'A browser does not say where dropped files lie.',
    noPathRemedy: 'Choose “Add clips” and write the path, or use the app’s own window.',
  },
  batch: {
    title: 'Progress of the batch',
    stop: 'Stop tracking',
    resume: 'Track what waits, and try again what failed',
    stopping: 'Stopping…',
    of: (done: number, total: number) => `${formatCount(done)} of ${clips(total)}`,
    rate: (perMinute: number) =>
      perMinute >= 1 ? `${perMinute.toFixed(1)} clips/min` : `${(perMinute * 60).toFixed(1)} clips/h`,
    left: (seconds: number) => `${duration(seconds)} left`,
    estimating: 'estimating…',
  },
  idle: {
    total: clips,
    found: (count: number) => `${clips(count)} found`,
    waiting: (count: number) => `${formatCount(count)} waiting`,
    failed: (count: number) => `${formatCount(count)} failed`,
    missing: (count: number) => `${formatCount(count)} missing`,
  },
};

function duration(seconds: number): string {
  if (seconds < 60) return 'under 1 min';
  if (seconds < 3600) return `${Math.round(seconds / 60)} min`;
  return `${(seconds / 3600).toFixed(1)} h`;
}
