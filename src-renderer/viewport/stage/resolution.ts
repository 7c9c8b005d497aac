import type { PerspectiveCamera, WebGLRenderer } from 'three';

/** Pictures that take longer than this follow a movement too seldom. */
const TARGET_MS = 70;
const COARSEST = 0.4;
const STEP = 0.8;
/** Pictures that have to agree before the size changes. */
const SLOW_PICTURES = 2;
const FAST_PICTURES = 12;

/** How fine the pictures are: as fine as the screen while they come fast enough, else coarser. */
export class Resolution {
  #size = { width: 1, height: 1, pixelRatio: 1 };
  #scale = 1;
  #isChanged = true;
  #slow = 0;
  #fast = 0;

  /** The share of the screen's pixels in each direction that are drawn. */
  get scale(): number {
    return this.#scale;
  }

  resize(width: number, height: number, pixelRatio: number): void {
    this.#size = { width, height, pixelRatio };
    this.#isChanged = true;
  }

  /** Notes how long a picture took while something moved. */
  note(drawMs: number): void {
    this.#slow = drawMs > TARGET_MS ? this.#slow + 1 : 0;
    // The next finer picture would take longer by the square of the step.
    this.#fast = drawMs < TARGET_MS * STEP * STEP * 0.9 ? this.#fast + 1 : 0;
    if (this.#slow >= SLOW_PICTURES) this.#change(Math.max(COARSEST, this.#scale * STEP));
    else if (this.#fast >= FAST_PICTURES) this.#change(Math.min(1, this.#scale / STEP));
  }

  /** Just before a picture is drawn: a canvas is empty after its size has changed. */
  apply(renderer: WebGLRenderer, camera: PerspectiveCamera): void {
    if (!this.#isChanged) return;
    this.#isChanged = false;
    const { width, height, pixelRatio } = this.#size;
    renderer.setDrawingBufferSize(width, height, pixelRatio * this.#scale);
    camera.aspect = width / height;
    camera.updateProjectionMatrix();
  }

  /** Draws one picture with all of the screen's pixels. */
  withFullScale(draw: () => void): void {
    const scale = this.#scale;
    this.#change(1);
    draw();
    this.#change(scale);
  }

  #change(scale: number): void {
    this.#slow = 0;
    this.#fast = 0;
    if (scale === this.#scale) return;
    this.#scale = scale;
    this.#isChanged = true;
  }
}
