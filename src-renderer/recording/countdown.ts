import { create } from 'zustand';
import { startRecording } from './record.ts';
import { useRecording } from './recordingStore.ts';
import { useSetup } from './setup/setupStore.ts';

/** How often the clock is looked at. */
const TICK_MS = 20;

/** Seconds that are still to be counted; null while nothing is counted. */
export const useCountdown = create<{ readonly left: number | null }>(() => ({ left: null }));

let stop = (): void => {};

/** Records a take, after the countdown if there is one. */
export function countDown(): void {
  const seconds = useSetup.getState().countdownSeconds;
  if (useCountdown.getState().left !== null) return;
  if (seconds === 0) {
    void startRecording();
    return;
  }
  const begun = performance.now();
  const tick = (): void => {
    const left = Math.ceil(seconds - (performance.now() - begun) / 1000);
    if (left > 0) {
      useCountdown.setState({ left });
      return;
    }
    cancelCountdown();
    // Another studio, or a phone, may have begun a take meanwhile.
    if (useRecording.getState().recording === null) void startRecording();
  };
  const timer = setInterval(tick, TICK_MS);
  document.addEventListener('keydown', cancelByKey, { capture: true });
  stop = () => {
    clearInterval(timer);
    document.removeEventListener('keydown', cancelByKey, { capture: true });
  };
  tick();
}

export function cancelCountdown(): void {
  stop();
  useCountdown.setState({ left: null });
}

function cancelByKey(event: KeyboardEvent): void {
  if (event.key !== 'Escape') return;
  event.preventDefault();
  event.stopPropagation();
  cancelCountdown();
}
