import type { JobStatus, JobView } from '#shared/contract/index.ts';
import { type ListPages, outdated, withRow } from '../lists/index.ts';

export type JobPages = ListPages<JobView>;

/**
 * The list after a job has changed.
 * @param status the state to which the list is limited, or null: in a limited list jobs come and go as they change
 */
export function withJob(list: JobPages, job: JobView, status: JobStatus | null): JobPages {
  const changed = withRow(list, job);
  return status === null || (changed !== list && job.status === status) ? changed : outdated(changed);
}
