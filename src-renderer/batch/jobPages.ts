import type { JobPage, JobStatus, JobView } from '#shared/contract/index.ts';

/** Jobs in one page. */
export const PAGE_LENGTH = 100;

/** Most pages kept; the ones farthest from the newest go. */
const MAX_PAGES = 100;

interface Page {
  readonly jobs: readonly JobView[];
  /** The list may have moved since it was read: it is shown until it is read anew. */
  readonly isOutdated: boolean;
}

/** The parts of a long list of jobs that have been read. Values of this type never change. */
export interface JobPages {
  /** Length of the whole list. */
  readonly total: number;
  readonly pages: ReadonlyMap<number, Page>;
}

export const NO_PAGES: JobPages = { total: 0, pages: new Map() };

/** The job at a place of the list (0-based), if it has been read. */
export function jobAt({ pages }: JobPages, index: number): JobView | undefined {
  return pages.get(Math.floor(index / PAGE_LENGTH))?.jobs[index % PAGE_LENGTH];
}

/**
 * The first page with a place from `first` to `last` that is to be read, or read anew. Of an empty list, that is its
 * first page: clips may have come.
 */
export function pageToRead({ total, pages }: JobPages, first: number, last: number): number | undefined {
  const end = Math.max(0, Math.min(last, total - 1));
  for (let page = Math.floor(Math.min(first, end) / PAGE_LENGTH); page * PAGE_LENGTH <= end; page++) {
    if (pages.get(page)?.isOutdated !== false) return page;
  }
  return undefined;
}

/** The list with a page that has been read. */
export function withPage(list: JobPages, page: number, { total, jobs }: JobPage): JobPages {
  const pages = new Map(list.pages);
  pages.set(page, { jobs, isOutdated: false });
  if (pages.size > MAX_PAGES) {
    const farthest = [...pages.keys()].reduce((a, b) => (Math.abs(b - page) > Math.abs(a - page) ? b : a));
    pages.delete(farthest);
  }
  return { total, pages };
}

/** The list with every page marked to be read anew. */
export function outdated({ total, pages }: JobPages): JobPages {
  return {
    total,
    pages: new Map(Array.from(pages, ([page, { jobs }]) => [page, { jobs, isOutdated: true }])),
  };
}

/**
 * The list after a job has changed.
 * @param status the state to which the list is limited, or null: in a limited list jobs come and go as they change
 */
export function withJob(list: JobPages, job: JobView, status: JobStatus | null): JobPages {
  const changed = replaced(list, job);
  return status === null || (changed !== list && job.status === status) ? changed : outdated(changed);
}

function replaced(list: JobPages, job: JobView): JobPages {
  for (const [number, page] of list.pages) {
    const index = page.jobs.findIndex(({ id }) => id === job.id);
    if (index < 0) continue;
    const pages = new Map(list.pages);
    pages.set(number, { ...page, jobs: page.jobs.with(index, job) });
    return { ...list, pages };
  }
  return list;
}
