import {
  type CaptureFrame,
  copyCaptureFrame,
  createCaptureFrame,
  decodeFrameMessage,
} from '#shared/capture/index.ts';

/** The newest of a subject. */
interface LiveFrame {
  readonly frame: CaptureFrame;
  /** Grows with every change. */
  version: number;
  /** False while the phone sees nobody or is silent. */
  isThere: boolean;
  readonly watchers: Set<() => void>;
}

/** The newest frame of each subject, by its id. Kept outside React: they change all the time. */
const frames = new Map<number, LiveFrame>();
const scratch = createCaptureFrame();

/** Takes a live message from the host; what is no frame is passed over. */
export function takeFrame(message: ArrayBuffer): void {
  const id = decodeFrameMessage(new Uint8Array(message), scratch);
  if (id === undefined) return;
  const live = liveFrameOf(id);
  copyCaptureFrame(scratch, live.frame);
  live.isThere = true;
  tell(live);
}

/** Says that a subject sends nothing any more; the next frame that arrives shows it again. */
export function loseFrame(id: number): void {
  const live = frames.get(id);
  if (!live?.isThere) return;
  live.isThere = false;
  tell(live);
}

/** Ids of the subjects that have ever sent a frame. */
export function knownSubjects(): Iterable<number> {
  return frames.keys();
}

/** The subject's newest frame, which is filled anew with each; nothing while nobody is seen. */
export function frameOf(id: number): CaptureFrame | undefined {
  const live = frames.get(id);
  return live?.isThere ? live.frame : undefined;
}

/** A number that changes whenever `frameOf` tells something new. */
export function frameVersion(id: number): number {
  return frames.get(id)?.version ?? 0;
}

/** Calls back whenever `frameOf` tells something new, in the task in which it comes. Returns how to stop. */
export function watchFrame(id: number, onNews: () => void): () => void {
  const { watchers } = liveFrameOf(id);
  watchers.add(onNews);
  return () => watchers.delete(onNews);
}

function tell(live: LiveFrame): void {
  live.version++;
  for (const watcher of live.watchers) watcher();
}

function liveFrameOf(id: number): LiveFrame {
  let live = frames.get(id);
  if (!live) {
    live = { frame: createCaptureFrame(), version: 0, isThere: false, watchers: new Set() };
    frames.set(id, live);
  }
  return live;
}
