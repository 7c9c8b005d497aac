import type { WorkspaceView } from '#shared/contract/index.ts';

type Counts = WorkspaceView['counts'];

/** How far a batch is. `done` counts ended jobs, and those being tracked by the share that is done. */
export interface BatchProgress {
  readonly done: number;
  readonly total: number;
  /** Jobs per second; nothing until enough is known. */
  readonly perSecond: number | undefined;
  readonly secondsLeft: number | undefined;
}

/** The rate is that of the last so many seconds: what is tracked now may be longer or shorter than before. */
const WINDOW_SECONDS = 180;
/** Before that a rate would jump about. */
const MIN_SECONDS = 5;

interface Sample {
  readonly timeSeconds: number;
  readonly done: number;
}

/** Follows one batch by the workspace's counts, from when it is first seen. */
export class BatchMeter {
  #endedBefore: number | undefined;
  #samples: Sample[] = [];

  /**
   * Takes a look and tells how far the batch is.
   * @param underway sum of the shares, 0..1, that are done of the jobs being tracked
   * @param timeSeconds by any clock that does not go back
   */
  read(counts: Counts, underway: number, timeSeconds: number): BatchProgress {
    const ended = counts.done + counts.failed;
    this.#endedBefore ??= ended;
    const endedNow = Math.max(0, ended - this.#endedBefore);
    const total = endedNow + counts.queued + counts.processing;
    const done = Math.min(total, endedNow + underway);
    const perSecond = this.#rate({ timeSeconds, done });
    const secondsLeft = perSecond === undefined ? undefined : (total - done) / perSecond;
    return { done, total, perSecond, secondsLeft };
  }

  #rate(now: Sample): number | undefined {
    this.#samples.push(now);
    while ((this.#samples[0]?.timeSeconds ?? 0) < now.timeSeconds - WINDOW_SECONDS) this.#samples.shift();
    const first = this.#samples[0] ?? now;
    const seconds = now.timeSeconds - first.timeSeconds;
    const done = now.done - first.done;
    return seconds < MIN_SECONDS || done <= 0 ? undefined : done / seconds;
  }
}
