import { create } from 'zustand';
import type { RecordingView, TakeSlate } from '#shared/contract/index.ts';
import { ask, onFresh, onHostEvent } from '../link/index.ts';
import { showProblem } from '../ui/index.ts';

interface RecordingStore extends RecordingView {
  /** Of the next take. */
  readonly next: TakeSlate;
  /** A take is being begun or ended. */
  readonly isSwitching: boolean;
}

const FIRST_TAKE = 1;

/** The take that is recorded, and what the next one will be called. */
export const useRecording = create<RecordingStore>(() => ({
  recording: null,
  failure: null,
  next: { slate: 'Scene', takeNumber: FIRST_TAKE },
  isSwitching: false,
}));

onFresh(() => void switchRecording(() => ask('recording.read', {})));
onHostEvent((event) => {
  if (event.event === 'recording_changed') showRecording(event.recording);
});

/** Names the next take; another slate begins at take 1. */
export function nameNext(change: Partial<TakeSlate>): void {
  useRecording.setState(({ next }) => ({
    next: { ...next, ...(change.slate !== undefined && { takeNumber: FIRST_TAKE }), ...change },
  }));
}

/** Begins or ends a take; the user is told where that fails. */
export async function switchRecording(action: () => Promise<RecordingView>): Promise<void> {
  useRecording.setState({ isSwitching: true });
  try {
    showRecording(await action());
  } catch (error) {
    showProblem(error);
  }
  useRecording.setState({ isSwitching: false });
}

/** Follows what the host has told; the next take is counted up, and why a take has ended by itself is said. */
export function showRecording(view: RecordingView): void {
  const { recording, next } = useRecording.getState();
  const hasEnded = recording !== null && view.recording === null;
  if (view.failure && hasEnded) showProblem(view.failure);
  useRecording.setState({
    ...view,
    ...(hasEnded && { next: { ...next, takeNumber: recording.takeNumber + 1 } }),
  });
}
