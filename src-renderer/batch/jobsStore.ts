import { create } from 'zustand';
import type { JobStatus, JobView, WorkspaceView } from '#shared/contract/index.ts';
import { ask, onFresh, onHostEvent } from '../link/index.ts';
import { NO_PAGES, outdated, PAGE_LENGTH, pageToRead, withPage } from '../lists/index.ts';
import { showProblem } from '../ui/index.ts';
import { type JobPages, withJob } from './jobPages.ts';

/** Which jobs the list shows. */
export interface JobFilter {
  readonly status: JobStatus | null;
  readonly search: string;
}

export const ALL_JOBS: JobFilter = { status: null, search: '' };

interface JobsStore {
  readonly workspace: WorkspaceView | undefined;
  readonly filter: JobFilter;
  readonly list: JobPages;
  /** The filter that `list` was read with; the old list stays until the new one is there. */
  readonly listFilter: JobFilter | undefined;
  /** Why the list cannot be read. */
  readonly failure: unknown;
  readonly isTracking: boolean;
  /** Inputs that the host is still looking through. */
  readonly adding: number;
}

/** What the studio knows of the workspace's jobs. */
export const useJobs = create<JobsStore>(() => ({
  workspace: undefined,
  filter: ALL_JOBS,
  list: NO_PAGES,
  listFilter: undefined,
  failure: undefined,
  isTracking: false,
  adding: 0,
}));

/** Counts and outdated pages are read anew at most so often while jobs change. */
const READ_MS = 400;

let visible = { first: 0, last: 0 };
let isReading = false;
let readTimer: ReturnType<typeof setTimeout> | undefined;

onFresh(() => {
  // A host that was started anew tracks nothing until it is seen to.
  useJobs.setState({ isTracking: false });
  void refresh();
});
onHostEvent((event) => {
  switch (event.event) {
    case 'workspace_changed':
      useJobs.setState(({ list }) => ({ list: outdated(list) }));
      readSoon();
      break;
    case 'job_progress':
      if (!useJobs.getState().isTracking) useJobs.setState({ isTracking: true });
      break;
    case 'job_changed':
      useJobs.setState(({ list, listFilter }) => ({
        list: withJob(list, event.job, listFilter?.status ?? null),
      }));
      readSoon();
      break;
    case 'batch_ended':
      useJobs.setState({ isTracking: false });
      if (event.error) showProblem(event.error);
      readSoon();
  }
});

/** Limits the list. */
export function filterJobs(change: Partial<JobFilter>): void {
  useJobs.setState(({ filter }) => ({ filter: { ...filter, ...change } }));
  visible = { first: 0, last: 0 };
  void readVisible();
}

/** Says which places of the list are in sight, so that they are read. */
export function showPlaces(first: number, last: number): void {
  visible = { first, last };
  void readVisible();
}

/** Reads the workspace and what is in sight of the list anew. */
export async function refresh(): Promise<void> {
  useJobs.setState(({ list }) => ({ list: outdated(list), failure: undefined }));
  await readWorkspace();
}

/** Reads the counts, and of the list in sight what is outdated. */
async function readWorkspace(): Promise<void> {
  clearTimeout(readTimer);
  readTimer = undefined;
  try {
    const workspace = await ask('workspace.read', {});
    const { processing, queued } = workspace.counts;
    useJobs.setState(({ isTracking }) => ({
      workspace,
      isTracking: processing > 0 || (isTracking && queued > 0),
    }));
  } catch (failure) {
    tellFailure(failure);
    return;
  }
  await readVisible();
}

function readSoon(): void {
  readTimer ??= setTimeout(() => void readWorkspace(), READ_MS);
}

/** Reads what is in sight, page by page; where it has been scrolled on meanwhile, what is in sight then. */
async function readVisible(): Promise<void> {
  if (isReading) return;
  isReading = true;
  try {
    for (let next = nextRead(); next; next = nextRead()) await readPage(next);
  } catch (failure) {
    tellFailure(failure);
  } finally {
    isReading = false;
  }
}

function nextRead(): { page: number; filter: JobFilter } | undefined {
  const { filter, listFilter, list } = useJobs.getState();
  if (listFilter !== filter) return { page: 0, filter };
  const page = pageToRead(list, visible.first, visible.last);
  return page === undefined ? undefined : { page, filter };
}

async function readPage({ page, filter }: { page: number; filter: JobFilter }): Promise<void> {
  const { total, jobs } = await ask('jobs.page', {
    ...filter,
    offset: page * PAGE_LENGTH,
    limit: PAGE_LENGTH,
  });
  markFirstList();
  useJobs.setState(({ list, listFilter }) => ({
    list: withPage<JobView>(listFilter === filter ? list : NO_PAGES, page, { total, rows: jobs }),
    listFilter: filter,
    failure: undefined,
  }));
}

/** In place of a list, or beside the one that there is. */
function tellFailure(failure: unknown): void {
  useJobs.setState({ failure });
  if (useJobs.getState().list.total > 0) showProblem(failure);
}

/** Marks when the list first stands, for whoever measures how soon the studio can be used. */
function markFirstList(): void {
  if (useJobs.getState().listFilter) return;
  requestAnimationFrame(() => requestAnimationFrame(() => performance.mark('studio-interactive')));
}
