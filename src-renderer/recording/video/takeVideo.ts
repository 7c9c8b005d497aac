import { create } from 'zustand';
import { MimesisError } from '#shared/contract/index.ts';
import { openDevice } from '../../devices/index.ts';
import { ask } from '../../link/index.ts';
import { showProblem } from '../../ui/index.ts';
import { useRecording } from '../recordingStore.ts';
import { words } from '../words.ts';
import { PictureTimes } from './pictureTimes.ts';
import { recordVideo, VIDEO_TYPE, type VideoRecording } from './videoRecording.ts';

/** What a picture to look things up in needs. */
const WISHES = { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 30 } };

/** The reference camera's picture while it is open. */
export const useVideo = create<{ readonly stream: MediaStream | undefined }>(() => ({ stream: undefined }));

let times: PictureTimes | undefined;
let recording: VideoRecording | undefined;
/** The take for which the host was asked, once each: a stream that has broken off cannot be gone on with. */
let askedFor: string | undefined;

/** Keeps the chosen reference camera open, and records it with each take, until the returned function is called. */
export function keepCamera(): () => void {
  let isWanted = true;
  const close = (stream: MediaStream): void => {
    for (const track of stream.getTracks()) track.stop();
  };
  const opened = (stream: MediaStream): void => {
    if (!isWanted) {
      close(stream);
      return;
    }
    stream.getVideoTracks()[0]?.addEventListener('ended', () => {
      forget();
      showProblem(
        new MimesisError('device_missing', words.unplugged.camera, { remedy: words.unpluggedRemedy }),
      );
    });
    times = new PictureTimes(stream);
    useVideo.setState({ stream });
    void offerVideo();
  };
  openDevice('reference', WISHES).then(opened, (error: unknown) => isWanted && showProblem(error));
  return () => {
    isWanted = false;
    const { stream } = useVideo.getState();
    if (stream) close(stream);
    forget();
  };
}

/** Ends the take's video; resolves when its last piece is on the way. */
export async function finishVideo(): Promise<void> {
  const ended = recording;
  recording = undefined;
  await ended?.finish();
}

useRecording.subscribe((now, before) => {
  if (now.recording?.takeId === before.recording?.takeId) return;
  void finishVideo();
  if (now.recording) void offerVideo();
});

async function offerVideo(): Promise<void> {
  const take = useRecording.getState().recording;
  const { stream } = useVideo.getState();
  if (!take || !stream || !times || askedFor === take.takeId) return;
  askedFor = take.takeId;
  try {
    const answer = await ask('recording.video', { mimeType: VIDEO_TYPE });
    const isStill =
      useRecording.getState().recording?.takeId === take.takeId && useVideo.getState().stream === stream;
    if (answer.stream !== null && isStill) recording = recordVideo(stream, times, answer.stream);
  } catch (error) {
    showProblem(error);
  }
}

function forget(): void {
  void finishVideo();
  times?.close();
  times = undefined;
  useVideo.setState({ stream: undefined });
}
