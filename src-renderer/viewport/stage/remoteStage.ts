import { createLandmarkFrame, type LandmarkSource } from '#shared/body/index.ts';
import type { CameraMove, StageNews, StageOrder, Trouble } from './messages.ts';
import type { View } from './orbit.ts';
import { createParcel, pack } from './parcel.ts';
import { readThemeColors, watchTheme } from './themeColors.ts';

/** More pixels than these a CSS pixel cost time and show nothing. */
const MAX_PIXEL_RATIO = 2;

/** What became of the picture. */
export type Graphics = 'preparing' | 'working' | Trouble;

/** A canvas, and the worker that draws into it. */
interface Easel {
  readonly canvas: HTMLCanvasElement;
  readonly worker: Worker;
}

/**
 * The figure's picture, which fills its host, and the worker that draws it. The worker is sent what a source gives, one
 * frame at a time and only when there is something new to see. While it is busy nothing waits: the next frame it gets is
 * the newest.
 */
export class RemoteStage {
  readonly #host: HTMLElement;
  readonly #onGraphics: (graphics: Graphics) => void;
  readonly #frame = createLandmarkFrame();
  readonly #resizes = new ResizeObserver(() => this.#resize());
  readonly #unwatchTheme = watchTheme(() => this.#paint());
  #source: LandmarkSource;
  #view: View;
  #easel: Easel;
  /** Away while the worker draws. */
  #parcel: Float32Array<ArrayBuffer> | undefined;
  /** The worker has not got the frame. */
  #isUnsent = true;
  #isDirty = true;
  #request: number;

  constructor(
    host: HTMLElement,
    source: LandmarkSource,
    view: View,
    onGraphics: (graphics: Graphics) => void,
  ) {
    this.#host = host;
    this.#source = source;
    this.#view = view;
    this.#onGraphics = onGraphics;
    this.#easel = this.#setUp();
    // That box changes also with the scale of the screen.
    this.#resizes.observe(host, { box: 'device-pixel-content-box' });
    this.#request = requestAnimationFrame(this.#tick);
  }

  /** Plays another source from now on. */
  play(source: LandmarkSource): void {
    this.#source = source;
    this.#isDirty = true;
  }

  move(move: CameraMove): void {
    if (move.kind === 'show') this.#view = move.view;
    this.#order(move);
    this.#isDirty = true;
  }

  dispose(): void {
    cancelAnimationFrame(this.#request);
    this.#resizes.disconnect();
    this.#unwatchTheme();
    this.#tearDown();
  }

  #setUp(): Easel {
    const canvas = document.createElement('canvas');
    const worker = new Worker(new URL('./stageWorker.ts', import.meta.url), { type: 'module' });
    worker.onmessage = ({ data }: MessageEvent<StageNews>) => this.#hear(data);
    worker.onerror = () => this.#onGraphics('failed');
    this.#host.append(canvas);
    const offscreen = canvas.transferControlToOffscreen();
    this.#easel = { canvas, worker };
    this.#order({ kind: 'open', canvas: offscreen, view: this.#view }, [offscreen]);
    this.#resize();
    this.#paint();
    this.#parcel = createParcel();
    this.#isUnsent = true;
    return this.#easel;
  }

  #tearDown(): void {
    this.#easel.worker.onmessage = null;
    this.#easel.worker.onerror = null;
    this.#easel.worker.terminate();
    this.#easel.canvas.remove();
  }

  #hear(news: StageNews): void {
    switch (news.kind) {
      case 'drawn':
        this.#parcel = news.parcel;
        this.#isDirty ||= news.isMoving;
        this.#onGraphics('working');
        break;
      case 'trouble':
        this.#onGraphics(news.trouble);
        break;
      case 'restored':
        this.#tearDown();
        this.#setUp();
    }
  }

  #tick = (): void => {
    this.#request = requestAnimationFrame(this.#tick);
    const parcel = this.#parcel;
    if (!parcel) return;
    const isNew = this.#source.read(this.#frame) || this.#isUnsent;
    if (!isNew && !this.#isDirty) return;
    this.#isUnsent = false;
    this.#isDirty = false;
    this.#parcel = undefined;
    if (isNew) pack(this.#frame, parcel);
    this.#order({ kind: 'draw', parcel, isNew }, [parcel.buffer]);
  };

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
