import { PerspectiveCamera, Scene, WebGLRenderer } from 'three';
import { createLandmarkFrame } from '#shared/body/index.ts';
import { Figure } from '../figure/figure.ts';
import { Floor } from './floor.ts';
import { createLights } from './lights.ts';
import type { CameraMove } from './messages.ts';
import { FIELD_OF_VIEW, Orbit, type View } from './orbit.ts';
import { unpack } from './parcel.ts';
import type { ThemeColors } from './themeColors.ts';

/** A fade or a glide does not leap after a pause. */
const MAX_STEP_SECONDS = 0.1;

/** The scene with the figure, drawn into a canvas. */
export class Stage {
  readonly #orbit: Orbit;
  readonly #renderer: WebGLRenderer;
  readonly #scene = new Scene();
  readonly #camera = new PerspectiveCamera(FIELD_OF_VIEW, 1, 0.02, 30);
  readonly #figure = new Figure();
  readonly #floor = new Floor();
  readonly #frame = createLandmarkFrame();
  readonly #pixel = new Uint8Array(4);
  /** Of the canvas, in CSS pixels, where it is not taken on yet. */
  #size: { width: number; height: number; pixelRatio: number } | undefined;
  #isPosing = true;
  #lastTime = 0;

  constructor(canvas: OffscreenCanvas, context: WebGL2RenderingContext, view: View) {
    this.#orbit = new Orbit(view);
    this.#renderer = new WebGLRenderer({ canvas, context });
    this.#scene.add(createLights(), this.#floor.object, this.#figure.object);
  }

  move(move: CameraMove): void {
    if (move.kind === 'show') this.#orbit.show(move.view);
    else if (move.kind === 'reset') this.#orbit.reset();
    else if (move.kind === 'turn') this.#orbit.turn(move.yaw, move.pitch);
    else if (move.kind === 'approach') this.#orbit.approach(move.factor);
    else this.#orbit.arrive();
  }

  /** What the next picture shall show. */
  take(parcel: Float32Array): void {
    unpack(parcel, this.#frame);
    this.#isPosing = true;
  }

  /**
   * Draws the figure as it is at a time in milliseconds.
   * @returns whether it is still on its way, so that another picture has to follow
   */
  draw(time: number): boolean {
    const seconds = Math.min(MAX_STEP_SECONDS, (time - this.#lastTime) / 1000);
    this.#lastTime = time;
    // The camera may move around a figure that rests.
    if (this.#isPosing) this.#isPosing = this.#figure.take(this.#frame, seconds);
    const isGliding = this.#orbit.advance(seconds);
    this.#takeSize();
    this.#orbit.place(this.#camera);
    this.#renderer.render(this.#scene, this.#camera);
    return this.#isPosing || isGliding;
  }

  /** Waits until what was drawn is seen to be drawn. */
  finish(): void {
    const context = this.#renderer.getContext();
    context.readPixels(0, 0, 1, 1, context.RGBA, context.UNSIGNED_BYTE, this.#pixel);
  }

  /** The size in CSS pixels of the pictures from the next one on. */
  resize(width: number, height: number, pixelRatio: number): void {
    this.#size = { width, height, pixelRatio };
  }

  paint({ background, lines }: ThemeColors): void {
    this.#renderer.setClearColor(background);
    this.#floor.paint(lines);
  }

  /** Just before a picture is drawn: a canvas is empty after its size has changed. */
  #takeSize(): void {
    if (!this.#size) return;
    const { width, height, pixelRatio } = this.#size;
    this.#size = undefined;
    this.#renderer.setDrawingBufferSize(width, height, pixelRatio);
    this.#camera.aspect = width / height;
    this.#camera.updateProjectionMatrix();
  }
}
