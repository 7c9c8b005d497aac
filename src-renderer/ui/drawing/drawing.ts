import { useTheme } from '../theme.ts';
import { watchBox } from '../watchPixels.ts';
import type { Content, Look, Order } from './orders.ts';

let worker: Worker | undefined;
let lastId = 0;

/**
 * A small picture of something that changes all the time, which fills its element. A worker draws it: whatever the page
 * lays out, paints or draws itself holds up live frames.
 */
export class Drawing {
  readonly #id = ++lastId;
  readonly #canvas = document.createElement('canvas');
  readonly #stops: (() => void)[];

  constructor(host: HTMLElement) {
    host.append(this.#canvas);
    const canvas = this.#canvas.transferControlToOffscreen();
    order({ kind: 'open', id: this.#id, canvas }, [canvas]);
    const showLook = (): void => order({ kind: 'look', id: this.#id, look: lookOf(host) });
    showLook();
    this.#stops = [
      useTheme.subscribe(showLook),
      watchBox(this.#canvas, (size) => order({ kind: 'size', id: this.#id, size })),
    ];
  }

  show(content: Content): void {
    order({ kind: 'show', id: this.#id, content });
  }

  dispose(): void {
    for (const stop of this.#stops) stop();
    order({ kind: 'close', id: this.#id });
    this.#canvas.remove();
  }
}

function order(message: Order, transfer: Transferable[] = []): void {
  worker ??= new Worker(new URL('./drawWorker.ts', import.meta.url), { type: 'module' });
  worker.postMessage(message, transfer);
}

function lookOf(host: HTMLElement): Look {
  const style = getComputedStyle(host);
  return {
    color: style.color,
    track: style.getPropertyValue('--border').trim(),
    fill: style.getPropertyValue('--accent').trim(),
    fontWeight: style.fontWeight,
    fontFamily: style.fontFamily,
    fontSize: Number.parseFloat(style.fontSize),
    lineHeight: Number.parseFloat(style.lineHeight),
  };
}
