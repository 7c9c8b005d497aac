const HALO_ALPHA = 0.55;
const HALO_WIDTH = 2.2;
/** Length of the dashes, in widths of the line. */
const DASH = 3;
const SOLID: number[] = [];

/** Draws over a picture, each line on a halo, so that it is seen on every ground. */
export class Pen {
  readonly context: CanvasRenderingContext2D;
  /** Of the lines, in canvas pixels. */
  readonly width: number;
  readonly #colour: string;
  readonly #halo: string;
  readonly #dashes: number[];

  constructor(context: CanvasRenderingContext2D, width: number, colour: string, halo: string) {
    this.context = context;
    this.width = width;
    this.#colour = colour;
    this.#halo = halo;
    this.#dashes = [width * DASH, width * DASH];
  }

  /** Strokes the current path; dashed where what it shows was not seen but interpolated. */
  stroke(isFilled = false): void {
    const { context, width } = this;
    context.lineCap = 'round';
    context.lineJoin = 'round';
    context.globalAlpha = HALO_ALPHA;
    context.lineWidth = width * HALO_WIDTH;
    context.strokeStyle = this.#halo;
    context.stroke();
    context.globalAlpha = 1;
    context.lineWidth = width;
    context.strokeStyle = this.#colour;
    if (isFilled) context.setLineDash(this.#dashes);
    context.stroke();
    context.setLineDash(SOLID);
  }

  /** Draws the circles of the current path: discs or, where interpolated, rings. */
  dots(isFilled: boolean): void {
    const { context, width } = this;
    context.fillStyle = isFilled ? this.#halo : this.#colour;
    context.fill();
    context.lineWidth = width / 2;
    context.strokeStyle = isFilled ? this.#colour : this.#halo;
    context.stroke();
  }
}
