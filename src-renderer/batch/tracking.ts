import { ask } from '../link/index.ts';
import { showProblem } from '../ui/index.ts';
import { useJobs } from './jobsStore.ts';

/** Adds a manifest, folder or video, by its path on the host's computer, and tracks it. Throws what the host refuses it for. */
export async function addAndTrack(input: string): Promise<void> {
  const count = (change: number): void => useJobs.setState(({ adding }) => ({ adding: adding + change }));
  count(1);
  try {
    await ask('batch.start', { input });
  } finally {
    count(-1);
  }
}

/** Tracks what waits, and tries again what has failed or was missing. */
export async function resumeTracking(): Promise<void> {
  try {
    await ask('batch.resume', {});
  } catch (error) {
    showProblem(error);
  }
}

/** Ends tracking; unfinished jobs go back to the queue. */
export async function stopTracking(): Promise<void> {
  try {
    await ask('batch.stop', {});
  } catch (error) {
    showProblem(error);
  }
}
