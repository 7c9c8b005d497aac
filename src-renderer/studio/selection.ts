import { create } from 'zustand';
import { showSubject } from '../live/index.ts';
import { openClip } from '../player/index.ts';
import { closeTake } from '../takePlayer/index.ts';
import { perform } from './performanceStore.ts';

/** The job that is selected in the list. */
export const useSelection = create<{ readonly jobId: string | undefined }>(() => ({ jobId: undefined }));

/** A clip is opened once the selection rests on it: holding an arrow key down passes over many. */
const REST_MS = 180;

let opening: ReturnType<typeof setTimeout> | undefined;

/** Selects a job, lets the avatar follow its clip, and opens the clip if the selection stays there. */
export function selectJob(jobId: string): void {
  useSelection.setState({ jobId });
  showSubject(undefined);
  closeTake();
  perform('clip');
  clearTimeout(opening);
  opening = setTimeout(() => openClip(jobId), REST_MS);
}

/** Opens a job's clip at once. */
export function openJob(jobId: string): void {
  useSelection.setState({ jobId });
  clearTimeout(opening);
  closeTake();
  openClip(jobId);
}
