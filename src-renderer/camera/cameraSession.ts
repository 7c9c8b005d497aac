import type { LandmarkFrame } from '#shared/body/index.ts';
import { type CameraModels, MimesisError } from '#shared/contract/index.ts';
import { openDevice } from '../devices/index.ts';
import { ask, hostUrl, uploadFrame } from '../link/index.ts';
import type { CameraSettings } from './cameraSettings.ts';
import { followPictures } from './pictures/followPictures.ts';
import type { Pictures } from './pictures/pictures.ts';
import { RateLimit } from './rateLimit.ts';
import type { Processor, TrackerModels, TrackingNews, TrackingOrder } from './tracker/messages.ts';
import { words } from './words.ts';

/** What a session is asked to track, and how. */
export interface SessionSettings extends Pick<CameraSettings, 'parts' | 'bodyModel' | 'fps'> {
  readonly processor: Processor;
}

export interface SessionWatcher {
  onOpened(media: MediaStream): void;
  /** Pictures are tracked from now on; `missing` are the parts for which there is no model. */
  onReady(processor: Processor, missing: readonly (keyof CameraSettings['parts'])[]): void;
  onFound(landmarks: LandmarkFrame, milliseconds: number): void;
  /** It has broken off; all that is left is to close it. */
  onTrouble(error: unknown): void;
}

/** The resolution that is wished: more shows small hands no better than it costs. */
const SIZE = { width: { ideal: 1280 }, height: { ideal: 720 } };

/** A camera that is open, the worker that tracks it, and the way of what is found to the host. */
export class CameraSession {
  readonly #settings: SessionSettings;
  readonly #watcher: SessionWatcher;
  readonly #limit: RateLimit;
  #isClosed = false;
  #media: MediaStream | undefined;
  #stream: number | undefined;
  #pictures: Pictures | undefined;
  #worker: Worker | undefined;
  /** The worker has something to do, or is not yet ready. */
  #isBusy = true;

  constructor(settings: SessionSettings, watcher: SessionWatcher) {
    this.#settings = settings;
    this.#watcher = watcher;
    this.#limit = new RateLimit(settings.fps);
    this.#open().catch((error: unknown) => this.#fail(error));
  }

  close(): void {
    this.#isClosed = true;
    this.#worker?.terminate();
    this.#pictures?.close();
    for (const track of this.#media?.getTracks() ?? []) track.stop();
    // A host that is away has forgotten it.
    if (this.#stream !== undefined) ask('camera.close', { stream: this.#stream }).catch(() => {});
  }

  async #open(): Promise<void> {
    const { fps } = this.#settings;
    const media = await openDevice('tracking', { ...SIZE, frameRate: { ideal: fps } });
    const [track] = media.getVideoTracks();
    if (!track || this.#isClosed) {
      for (const each of media.getTracks()) each.stop();
      return;
    }
    this.#media = media;
    track.onended = () => {
      this.#fail(new MimesisError('device_missing', words.lost, { remedy: words.lostRemedy }));
    };
    this.#watcher.onOpened(media);
    const { stream, models } = await ask('camera.open', { name: track.label || words.unnamed });
    if (this.#isClosed) {
      await ask('camera.close', { stream });
      return;
    }
    this.#stream = stream;
    await this.#startWorker(models);
    if (this.#isClosed) this.#worker?.terminate();
    else this.#pictures = followPictures(track, () => this.#next());
  }

  async #startWorker(models: CameraModels): Promise<void> {
    const { parts, bodyModel, processor } = this.#settings;
    const body = bodyModel === 'full' ? models.bodyFull : (models.bodyLite ?? models.bodyFull);
    const paths = { face: models.face, hands: models.hands, body: body ?? models.bodyLite };
    const chosen: TrackerModels = {
      ...(parts.face && paths.face !== null && { face: await hostUrl(paths.face) }),
      ...(parts.hands && paths.hands !== null && { hands: await hostUrl(paths.hands) }),
      ...(parts.body && paths.body !== null && { body: await hostUrl(paths.body) }),
    };
    const missing = (['face', 'hands', 'body'] as const).filter((part) => parts[part] && !(part in chosen));
    const worker = new Worker(new URL('./tracker/trackingWorker.ts', import.meta.url), { type: 'module' });
    this.#worker = worker;
    worker.onerror = ({ message }) => this.#break(message);
    worker.onmessage = ({ data: news }: MessageEvent<TrackingNews>) => {
      // What a worker has told before it was ended still arrives.
      if (this.#isClosed) return;
      if (news.kind === 'ready') this.#watcher.onReady(news.processor, missing);
      this.#take(news);
    };
    order(worker, { kind: 'open', models: chosen, processor });
  }

  #take(news: TrackingNews): void {
    if (news.kind === 'failed') {
      this.#break(news.error.message, news.error.remedy);
      return;
    }
    if (news.kind === 'found') {
      if (this.#stream !== undefined) {
        uploadFrame({ kind: 'camera_frame', stream: this.#stream, content: news.message });
      }
      this.#watcher.onFound(news.landmarks, news.milliseconds);
    }
    this.#isBusy = false;
    this.#next();
  }

  /** Sends the newest picture to the worker, if it has time and a picture is due. */
  #next(): void {
    if (this.#isBusy || this.#isClosed || !this.#limit.isDue(performance.now())) return;
    this.#isBusy = true;
    this.#send().catch((error: unknown) => this.#fail(error));
  }

  async #send(): Promise<void> {
    const next = await this.#pictures?.take();
    if (!next || this.#isClosed || !this.#worker) {
      next?.picture.close();
      this.#isBusy = false;
      return;
    }
    this.#limit.pass(performance.now());
    order(this.#worker, { kind: 'track', ...next }, [next.picture]);
  }

  #break(cause: string, remedy = words.brokenRemedy): void {
    this.#fail(new MimesisError('internal', words.broken, { remedy, cause }));
  }

  #fail(error: unknown): void {
    if (!this.#isClosed) this.#watcher.onTrouble(error);
  }
}

function order(worker: Worker, message: TrackingOrder, transfer: Transferable[] = []): void {
  worker.postMessage(message, transfer);
}
