import { onFresh, onHostEvent } from '../link/index.ts';

/** Frames of a job that are tracked so far; `announced` is what the container promises. */
export interface JobProgress {
  readonly done: number;
  readonly announced: number | null;
}

/*
 * Kept outside React: it changes with every tracked frame.
 */
const progress = new Map<string, JobProgress>();
const listeners = new Map<string, (progress: JobProgress) => void>();

// Another host tracks anew.
onFresh(() => progress.clear());
onHostEvent((event) => {
  if (event.event === 'job_progress') {
    progress.set(event.jobId, event);
    listeners.get(event.jobId)?.(event);
  } else if (event.event === 'job_changed') progress.delete(event.job.id);
  else if (event.event === 'batch_ended') progress.clear();
});

/** Calls back with how far a job is, now if that is known and with every change. Returns how to stop. */
export function onJobProgress(jobId: string, listener: (progress: JobProgress) => void): () => void {
  const known = progress.get(jobId);
  if (known) listener(known);
  listeners.set(jobId, listener);
  return () => {
    if (listeners.get(jobId) === listener) listeners.delete(jobId);
  };
}

/** The sum of the shares, 0..1, that are done of the jobs being tracked. */
export function underway(): number {
  let sum = 0;
  for (const each of progress.values()) sum += shareOf(each) ?? 0;
  return sum;
}

/** The share that is done, 0..1; nothing where the container does not say how many frames there are. */
export function shareOf({ done, announced }: JobProgress): number | undefined {
  return announced === null || announced === 0 ? undefined : Math.min(1, done / announced);
}
