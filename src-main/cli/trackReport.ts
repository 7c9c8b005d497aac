import type { BatchEvent, IngestReport } from '../host/batch/index.ts';
import type { JobRecord, Workspace } from '../host/store/index.ts';
import { log, print } from './output.ts';

/** Tells what a batch does, to a person or, with `json`, to a program. */
export interface TrackReporter {
  ingested(report: IngestReport): void;
  begin(queued: number): void;
  event(event: BatchEvent): void;
  /** @param faceRemedy how to add the face model, where it is missing */
  summary(workspace: Workspace, faceRemedy: string | undefined): void;
}

interface Totals {
  frames: number;
  tracked: number;
  readonly started: number;
}

export function createReporter(json: boolean): TrackReporter {
  const totals: Totals = { frames: 0, tracked: 0, started: performance.now() };
  const count = (event: BatchEvent): void => {
    if (event.event !== 'done' || !event.result) return;
    totals.frames += event.result.frames;
    totals.tracked++;
  };
  const reporter = json ? jsonReporter(totals) : plainReporter(totals);
  return {
    ...reporter,
    event(event) {
      count(event);
      reporter.event(event);
    },
  };
}

const about = (job: JobRecord) => ({
  job_id: job.id,
  video_id: job.videoId,
  word: job.word,
  filename: job.filename,
});

function jsonReporter(totals: Totals): TrackReporter {
  const line = (value: object): void => print(JSON.stringify(value));
  return {
    ingested: ({ problems, ...counts }) => {
      line({
        event: 'ingested',
        ...counts,
        problems: problems.map(({ lineNumber, message }) => ({ line: lineNumber ?? null, message })),
      });
    },
    begin: (queued) => line({ event: 'begin', queued }),
    event(event) {
      switch (event.event) {
        case 'started':
          line({ event: 'started', ...about(event.job), attempt: event.job.attempts });
          break;
        case 'progress':
          line({ event: 'progress', ...about(event.job), done: event.done, of: event.announced ?? null });
          break;
        case 'done':
          line({
            event: 'done',
            ...about(event.job),
            tracked: event.result !== undefined,
            frames: event.result?.frames ?? null,
            quality: event.result?.quality ?? null,
          });
          break;
        case 'retry':
        case 'failed':
          line({ event: event.event, ...about(event.job), error: event.error });
      }
    },
    summary: (workspace, faceRemedy) =>
      line({ event: 'summary', ...summaryOf(workspace, totals, faceRemedy) }),
  };
}

function plainReporter(totals: Totals): TrackReporter {
  let ended = 0;
  let queued = 0;
  return {
    ingested({ entries, created, reused, missing, unusable, problems }) {
      log(
        `${entries} entries: ${created} new clips, ${reused} known, ${missing} files missing, ${unusable} files unusable.`,
      );
      for (const { lineNumber, message } of problems) {
        log(lineNumber === undefined ? `  skipped: ${message}` : `  line ${lineNumber} skipped: ${message}`);
      }
    },
    begin(count) {
      queued = count;
      log(`${count} clips to track.`);
    },
    event(event) {
      if (event.event === 'progress' || event.event === 'started') {
        if (event.event === 'progress' && process.stderr.isTTY) {
          process.stderr.write(
            `\r  ${event.job.filename}: frame ${event.done} of ${event.announced ?? '?'}  `,
          );
        }
        return;
      }
      if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
      if (event.event !== 'retry') ended++;
      log(
        `[${ended}/${Math.max(queued, ended)}] ${event.job.word} (${event.job.filename}): ${outcome(event)}`,
      );
    },
    summary(workspace, faceRemedy) {
      const { counts, failures, seconds, frames_per_second } = summaryOf(workspace, totals, faceRemedy);
      print(
        `${counts.done} done, ${counts.failed} failed, ${counts.missing_file} missing, ${counts.queued} waiting; ` +
          `${totals.frames} frames in ${seconds} s (${frames_per_second} frames/s).`,
      );
      for (const failure of failures) print(`  ${failure.status}: ${failure.path}: ${failure.error}`);
      if (faceRemedy !== undefined) print(`The face was not tracked: its model is missing. ${faceRemedy}`);
      print(`Workspace: ${workspace.folder}`);
    },
  };
}

function outcome(event: Exclude<BatchEvent, { event: 'progress' | 'started' }>): string {
  if (event.event === 'failed') return `failed. ${event.error.message}`;
  if (event.event === 'retry') return `${event.error.message} Trying once more.`;
  if (!event.result) return 'same video as another clip; its track is used.';
  const { score, issues } = event.result.quality;
  return `${event.result.frames} frames, quality ${score.toFixed(2)}${issues.length > 0 ? ` (${issues.join(', ')})` : ''}`;
}

function summaryOf(workspace: Workspace, totals: Totals, faceRemedy: string | undefined) {
  const seconds = (performance.now() - totals.started) / 1000;
  const failures = workspace.jobs
    .unsuccessful()
    .map(({ id, status, word, path, error, errorKind, errorRemedy }) => ({
      job_id: id,
      status,
      word,
      path,
      error: error ?? '',
      error_kind: errorKind,
      remedy: errorRemedy,
    }));
  return {
    workspace: workspace.folder,
    counts: workspace.jobs.count(),
    videos_tracked: totals.tracked,
    frames: totals.frames,
    seconds: Math.round(seconds * 10) / 10,
    frames_per_second: Math.round((totals.frames / seconds) * 10) / 10,
    face: faceRemedy === undefined ? { tracked: true } : { tracked: false, remedy: faceRemedy },
    failures,
  };
}
