import { CAPTURE_CHANNEL_COUNT, decodeFaceMessage } from '#shared/capture/index.ts';

/** The newest channels of each subject. Kept outside React: they change with every frame. */
const faces = new Map<string, Float32Array>();
const scratch = new Float32Array(CAPTURE_CHANNEL_COUNT);
const names = new TextDecoder();

/** Takes a live message from the host; what is no face is passed over. */
export function takeFace(message: ArrayBuffer): void {
  const key = decodeFaceMessage(message, scratch);
  if (!key) return;
  const subject = names.decode(key);
  let channels = faces.get(subject);
  if (!channels) {
    channels = new Float32Array(CAPTURE_CHANNEL_COUNT);
    faces.set(subject, channels);
  }
  channels.set(scratch);
}

/** The subject's newest channels, in the order of `CAPTURE_CHANNELS`. */
export function faceOf(subject: string): Float32Array | undefined {
  return faces.get(subject);
}
