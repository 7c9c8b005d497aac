import { type AvatarSource, createAvatarPose } from '#shared/performance/index.ts';
import { useTheme } from '../../ui/index.ts';
import type { AvatarNames } from '../avatar/index.ts';
import type { AvatarCost, CameraMove, StageNews, StageOrder, Trouble } from './messages.ts';
import type { View } from './orbit.ts';
import { readThemeColors } from './themeColors.ts';

/** More pixels than these a CSS pixel cost time and show nothing. */
const MAX_PIXEL_RATIO = 2;

/** Graphics that have been lost come back by themselves within this, or are asked for anew. */
const RENEW_MS = 8000;

/** While live frames come at least so often, they are the clock, and the page is not asked for pictures of its own. */
const LIVE_MS = 25;

/** What became of the picture. */
export type Graphics = 'preparing' | 'working' | Trouble;

/** An avatar's file, and how to read the names in it. */
export interface AvatarFile {
  /** A GLB. The browser keeps its bytes; no thread copies them to hand them on. */
  readonly file: Blob;
  readonly names: AvatarNames;
}

/** What a stage tells of itself. */
export interface StageWatcher {
  onGraphics(graphics: Graphics): void;
  onAvatarShown(cost: AvatarCost): void;
  onAvatarFailed(message: string): void;
  /** A picture has been drawn in `drawMs`, as far as that can be told; `scriptMs` of it were the worker's own. */
  onDrawn(scriptMs: number, drawMs: number): void;
}

interface NumberedAvatar extends AvatarFile {
  readonly number: number;
}

/** A canvas, and the worker that draws into it. */
interface Easel {
  readonly canvas: HTMLCanvasElement;
  readonly worker: Worker;
}

/**
 * The avatar's picture, which fills its host, and the worker that draws it. The worker is sent what a source gives, only
 * when there is something new to see: one frame at a time, or two where a graphics card draws. While it is busy nothing
 * else waits: the next frame it gets is the newest.
 */
export class RemoteStage {
  readonly #host: HTMLElement;
  readonly #watcher: StageWatcher;
  readonly #pose = createAvatarPose();
  readonly #resizes = new ResizeObserver(() => this.#resize());
  readonly #unwatchTheme = useTheme.subscribe(() => this.#paint());
  #source: AvatarSource;
  #unwatch = (): void => {};
  /** When the source was read last. */
  #readMs = 0;
  /** The avatar that was ordered last, and the one that is in the picture. */
  #avatar: NumberedAvatar | undefined;
  #shown: NumberedAvatar | undefined;
  /** Whether the easel that stands now has ever shown an avatar. */
  #isDressed = false;
  #lastNumber = 0;
  #view: View;
  #easel: Easel;
  /** Those that are not away with the worker, which has one to draw, and one more where a graphics card draws. */
  #parcels: Float32Array<ArrayBuffer>[] = [];
  #mayOverlap = false;
  /** The worker has not got the frame. */
  #isUnsent = true;
  #isDirty = true;
  /** While there is no parcel to fill, the page is not asked for a picture of its own either. */
  #request: number | undefined;
  #pause: ReturnType<typeof setTimeout> | undefined;
  #newsMs = Number.NEGATIVE_INFINITY;
  #hasWorked = false;
  /** The worker has met an error of its own, and may never draw again. */
  #hasFailed = false;
  #renewal: ReturnType<typeof setTimeout> | undefined;

  constructor(host: HTMLElement, source: AvatarSource, view: View, watcher: StageWatcher) {
    this.#host = host;
    this.#source = source;
    this.#watch();
    this.#view = view;
    this.#watcher = watcher;
    this.#easel = this.#setUp();
    // That box changes also with the scale of the screen.
    this.#resizes.observe(host, { box: 'device-pixel-content-box' });
    this.#ask();
  }

  /** Plays another source from now on. */
  play(source: AvatarSource): void {
    this.#source = source;
    this.#watch();
    this.#isDirty = true;
  }

  /** Shows another avatar as soon as it is read; until then the one before stays. */
  dress(avatar: AvatarFile): void {
    this.#lastNumber++;
    this.#avatar = { ...avatar, number: this.#lastNumber };
    this.#isUnsent = true;
    if (this.#hasFailed) this.#renew();
    else this.#order({ kind: 'avatar', ...this.#avatar });
  }

  move(move: CameraMove): void {
    if (move.kind === 'show') this.#view = move.view;
    this.#order(move);
    this.#isDirty = true;
  }

  dispose(): void {
    if (this.#request !== undefined) cancelAnimationFrame(this.#request);
    clearTimeout(this.#pause);
    this.#resizes.disconnect();
    this.#unwatchTheme();
    this.#unwatch();
    this.#tearDown();
  }

  #setUp(): Easel {
    const canvas = document.createElement('canvas');
    const worker = new Worker(new URL('./stageWorker.ts', import.meta.url), { type: 'module' });
    worker.onmessage = ({ data }: MessageEvent<StageNews>) => this.#hear(data);
    worker.onerror = () => {
      this.#hasFailed = true;
      this.#watcher.onGraphics('failed');
    };
    this.#host.append(canvas);
    const offscreen = canvas.transferControlToOffscreen();
    this.#easel = { canvas, worker };
    this.#hasFailed = false;
    this.#isDressed = false;
    this.#order({ kind: 'open', canvas: offscreen, view: this.#view }, [offscreen]);
    this.#resize();
    this.#paint();
    if (this.#avatar) this.#order({ kind: 'avatar', ...this.#avatar });
    this.#parcels = [new Float32Array(this.#pose.buffer.length)];
    this.#mayOverlap = false;
    this.#isUnsent = true;
    this.#ask();
    return this.#easel;
  }

  #renew(): void {
    this.#tearDown();
    this.#setUp();
  }

  #tearDown(): void {
    clearTimeout(this.#renewal);
    this.#easel.worker.onmessage = null;
    this.#easel.worker.onerror = null;
    this.#easel.worker.terminate();
    this.#easel.canvas.remove();
  }

  #hear(news: StageNews): void {
    switch (news.kind) {
      case 'drawn':
        this.#parcels.push(news.parcel);
        // One alone would be on its way whenever the screen is renewed, and every second picture be lost.
        if (news.mayOverlap && !this.#mayOverlap) this.#parcels.push(new Float32Array(news.parcel.length));
        this.#mayOverlap = news.mayOverlap;
        this.#isDirty ||= news.isMoving;
        this.#hasWorked = true;
        this.#ask();
        // After a loss the picture is empty until the avatar is in it again.
        if (this.#isDressed || !this.#avatar) this.#watcher.onGraphics('working');
        this.#watcher.onDrawn(news.scriptMs, news.drawMs);
        break;
      case 'skipped':
        this.#parcels.push(news.parcel);
        this.#ask();
        break;
      case 'trouble':
        this.#fail(news.trouble);
        break;
      case 'avatar_shown':
        if (news.number !== this.#avatar?.number) break;
        this.#shown = this.#avatar;
        this.#isDressed = true;
        this.#watcher.onGraphics('working');
        this.#watcher.onAvatarShown(news.cost);
        break;
      case 'avatar_failed':
        if (news.number !== this.#avatar?.number) break;
        // The one before is still in the picture, and moves on.
        this.#avatar = this.#shown;
        this.#watcher.onAvatarFailed(news.message);
        break;
      case 'restored':
        this.#renew();
    }
  }

  /** A busy browser may never give the old canvas its graphics back, nor at once any to a new one. */
  #fail(trouble: Trouble): void {
    const isPassing = trouble === 'lost' || (trouble === 'unsupported' && this.#hasWorked);
    this.#watcher.onGraphics(isPassing ? 'lost' : trouble);
    if (isPassing) this.#renewal = setTimeout(() => this.#renew(), RENEW_MS);
  }

  #ask(): void {
    if (performance.now() - this.#newsMs >= LIVE_MS) {
      this.#request ??= requestAnimationFrame(this.#tick);
      return;
    }
    this.#pause ??= setTimeout(() => {
      this.#pause = undefined;
      this.#ask();
    }, LIVE_MS);
  }

  #tick = (timeMs: number): void => {
    this.#request = undefined;
    if (this.#parcels.length === 0) return;
    this.#ask();
    this.#read(timeMs);
    this.#send();
  };

  /** A live frame is made a pose in the task in which it comes: it is in the picture that the worker draws next. */
  #watch(): void {
    this.#unwatch();
    this.#unwatch =
      this.#source.watch?.(() => {
        this.#newsMs = performance.now();
        this.#read(this.#newsMs);
        this.#send();
      }) ?? (() => {});
  }

  #read(timeMs: number): void {
    // The time of a picture is when it was begun, which may be before what came meanwhile.
    this.#readMs = Math.max(this.#readMs, timeMs);
    if (this.#source.read(this.#readMs / 1000, this.#pose)) this.#isUnsent = true;
  }

  #send(): void {
    const isNew = this.#isUnsent;
    if (!isNew && !this.#isDirty) return;
    const parcel = this.#parcels.pop();
    if (!parcel) return;
    this.#isUnsent = false;
    this.#isDirty = false;
    if (isNew) parcel.set(this.#pose.buffer);
    this.#order({ kind: 'draw', parcel, isNew, number: this.#avatar?.number ?? 0 }, [parcel.buffer]);
  }

  #resize(): void {
    const { clientWidth: width, clientHeight: height } = this.#host;
    if (width === 0 || height === 0) return;
    this.#order({ kind: 'resize', width, height, pixelRatio: Math.min(MAX_PIXEL_RATIO, devicePixelRatio) });
    this.#isDirty = true;
  }

  #paint(): void {
    this.#order({ kind: 'paint', colors: readThemeColors(this.#host) });
    this.#isDirty = true;
  }

  #order(order: StageOrder, transfer: Transferable[] = []): void {
    this.#easel.worker.postMessage(order, transfer);
  }
}
