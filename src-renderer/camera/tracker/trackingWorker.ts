import { createLandmarkFrame } from '#shared/body/index.ts';
import { encodeFrameMessage } from '#shared/capture/index.ts';
import { toErrorInfo } from '#shared/contract/index.ts';
import { createLandmarkers } from './landmarkers.ts';
import type { Processor, TrackerModels, TrackingNews, TrackingOrder } from './messages.ts';
import { PerformerFrame } from './performerFrame.ts';
import { PictureTracker } from './pictureTracker.ts';

const landmarks = createLandmarkFrame();
const performer = new PerformerFrame();
let tracker: PictureTracker | undefined;

/** The worker that finds a performer in a camera's pictures. Nothing but what it finds leaves it. */
self.onmessage = ({ data: order }: MessageEvent<TrackingOrder>) => {
  if (order.kind === 'open') {
    open(order.models, order.processor).catch(fail);
    return;
  }
  try {
    track(order.picture, order.timeSeconds);
  } catch (error) {
    fail(error);
  } finally {
    order.picture.close();
  }
};

async function open(models: TrackerModels, processor: Processor): Promise<void> {
  const [tasks, used] = await startTasks(models, processor);
  tracker = new PictureTracker(tasks);
  tell({ kind: 'ready', processor: used });
}

async function startTasks(models: TrackerModels, processor: Processor) {
  try {
    return [await createLandmarkers(models, processor), processor] as const;
  } catch (error) {
    if (processor === 'cpu') throw error;
    return [await createLandmarkers(models, 'cpu'), 'cpu'] as const;
  }
}

function track(picture: VideoFrame | ImageBitmap, timeSeconds: number): void {
  if (!tracker) return;
  const began = performance.now();
  tracker.find(picture, timeSeconds, landmarks);
  const message = encodeFrameMessage(performer.of(landmarks), 0);
  tell({ kind: 'found', message, landmarks, milliseconds: performance.now() - began }, [message.buffer]);
}

function fail(error: unknown): void {
  tell({ kind: 'failed', error: toErrorInfo(error) });
}

function tell(news: TrackingNews, transfer: ArrayBuffer[] = []): void {
  self.postMessage(news, { transfer });
}
