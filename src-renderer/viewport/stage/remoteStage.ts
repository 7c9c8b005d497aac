import { createLandmarkFrame } from '#shared/body/index.ts';
import type { FigureSource } from '../figureSource.ts';
import type { CameraMove, Graphics, StageNews, StageOrder } from './messages.ts';
import type { View } from './orbit.ts';
import { createParcel, pack } from './parcel.ts';
import { readThemeColors, watchTheme } from './themeColors.ts';

/** More pixels than these a CSS pixel cost time and show nothing. */
const MAX_PIXEL_RATIO = 2;

/**
 * The figure's picture, which fills its host, and the worker that draws it. The worker is sent what a source gives, one
 * frame at a time and only when there is something new to see. While it is busy nothing waits: the next frame it gets is
 * the newest.
 */
export class RemoteStage {
  readonly #host: HTMLElement;
  readonly #canvas = document.createElement('canvas');
  readonly #worker = new Worker(new URL('./stageWorker.ts', import.meta.url), { type: 'module' });
  readonly #frame = createLandmarkFrame();
  readonly #resizes = new ResizeObserver(() => this.#resize());
  readonly #unwatchTheme: () => void;
  #source: FigureSource;
  /** Away while the worker draws. */
  #parcel: Float32Array<ArrayBuffer> | undefined = createParcel();
  #isDirty = true;
  #request: number;

  constructor(host: HTMLElement, source: FigureSource, view: View, onGraphics: (graphics: Graphics) => void) {
    this.#host = host;
    this.#source = source;
    this.#worker.onmessage = ({ data }: MessageEvent<StageNews>) => {
      if (data.kind === 'drawn') {
        this.#parcel = data.parcel;
        this.#isDirty ||= data.isMoving;
      } else {
        onGraphics(data.graphics);
        this.#isDirty = true;
      }
    };
    host.append(this.#canvas);
    const canvas = this.#canvas.transferControlToOffscreen();
    this.#order({ kind: 'open', canvas, view }, [canvas]);
    this.#paint();
    this.#unwatchTheme = watchTheme(() => this.#paint());
    this.#resizes.observe(host);
    this.#request = requestAnimationFrame(this.#tick);
  }

  /** Plays another source from now on. */
  play(source: FigureSource): void {
    this.#source = source;
    this.#isDirty = true;
  }

  move(move: CameraMove): void {
    this.#order(move);
    this.#isDirty = true;
  }

  dispose(): void {
    cancelAnimationFrame(this.#request);
    this.#resizes.disconnect();
    this.#unwatchTheme();
    this.#worker.terminate();
    this.#canvas.remove();
  }

  #tick = (): void => {
    this.#request = requestAnimationFrame(this.#tick);
    const parcel = this.#parcel;
    if (!parcel) return;
    const isNew = this.#source.read(this.#frame);
    if (!isNew && !this.#isDirty) return;
    this.#isDirty = false;
    this.#parcel = undefined;
    pack(this.#frame, parcel);
    this.#order({ kind: 'draw', parcel }, [parcel.buffer]);
  };

  #resize(): void {
    const { clientWidth: width, clientHeight: height } = this.#host;
    if (width === 0 || height === 0) return;
    this.#order({ kind: 'resize', width, height, pixelRatio: Math.min(MAX_PIXEL_RATIO, devicePixelRatio) });
  }

  #paint(): void {
    this.#order({ kind: 'paint', colors: readThemeColors(this.#host) });
    this.#isDirty = true;
  }

  #order(order: StageOrder, transfer: Transferable[] = []): void {
    this.#worker.postMessage(order, transfer);
  }
}
