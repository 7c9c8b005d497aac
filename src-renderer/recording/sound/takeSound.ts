import { create } from 'zustand';
import { encodePiece, type RecordingView, type SoundFormat } from '#shared/contract/index.ts';
import { ask, upload } from '../../link/index.ts';
import { showProblem } from '../../ui/index.ts';
import { useRecording } from '../recordingStore.ts';
import { type Microphone, openMicrophone } from './microphone.ts';
import { SoundSender } from './soundSender.ts';

/** Whether there is a microphone that is heard. */
export const useSound = create<{ readonly isOpen: boolean }>(() => ({ isOpen: false }));

const sender = new SoundSender((stream, { hostSeconds, samples }) => {
  const bytes = new Uint8Array(samples.buffer);
  // Without a connection the block is lost: the times of those around it tell so.
  upload({ kind: 'audio', stream, content: encodePiece({ hostSeconds, bytes }) });
});
let microphone: Microphone | undefined;
let format: SoundFormat | undefined;
let isAsking = false;

/**
 * Keeps the chosen microphone open, and records it with each take, until the returned function is called. The user is told
 * where it cannot be opened.
 */
export function keepMicrophone(): () => void {
  let isWanted = true;
  const opening = openMicrophone({
    onFormat: (told) => {
      if (!isWanted) return;
      format = told;
      useSound.setState({ isOpen: true });
      void offerSound();
    },
    onBlock: (block) => isWanted && sender.take(block),
    onLost: (error) => {
      forget();
      showProblem(error);
    },
  });
  opening.then(
    (opened) => {
      if (isWanted) microphone = opened;
      else opened.close();
    },
    (error: unknown) => isWanted && showProblem(error),
  );
  return () => {
    isWanted = false;
    microphone?.close();
    forget();
  };
}

useRecording.subscribe(({ recording }, before) => {
  if (recording?.takeId !== before.recording?.takeId) sender.end();
  if (recording) void offerSound();
});

/** Sends the sound that has come since the last block. */
export function flushSound(): void {
  microphone?.flush();
}

/** Offers the host the microphone's sound, where the take has none: at its beginning, or when it has broken off. */
async function offerSound(): Promise<void> {
  const { recording } = useRecording.getState();
  const offered = format;
  if (!recording || !offered || isAsking || !needsSound(recording)) return;
  isAsking = true;
  try {
    const { stream } = await ask('recording.sound', offered);
    const isStill = useRecording.getState().recording?.takeId === recording.takeId && format === offered;
    if (stream !== null && isStill) sender.begin(stream, recording.startedAtHostSeconds, offered);
  } catch (error) {
    showProblem(error);
  } finally {
    isAsking = false;
  }
}

const needsSound = ({ sound }: NonNullable<RecordingView['recording']>): boolean =>
  !sender.isSending && sound !== 'recorded';

function forget(): void {
  microphone = undefined;
  format = undefined;
  sender.forget();
  useSound.setState({ isOpen: false });
}
