import { ask } from '../link/index.ts';
import { switchRecording, useRecording } from './recordingStore.ts';
import { useSetup } from './setup/setupStore.ts';
import { flushSound } from './sound/takeSound.ts';
import { finishVideo } from './video/takeVideo.ts';

export async function startRecording(): Promise<void> {
  const { next } = useRecording.getState();
  const { arming, timecodeRate } = useSetup.getState();
  await switchRecording(() => ask('recording.start', { ...next, arming, timecodeRate }));
}

/** Ends the take once the end of its picture and sound is on the way. */
export async function stopRecording(): Promise<void> {
  await switchRecording(async () => {
    await finishVideo();
    flushSound();
    return ask('recording.stop', {});
  });
}
