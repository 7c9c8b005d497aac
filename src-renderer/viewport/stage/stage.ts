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
  }

  /**
   * Draws the figure as it is at a time in milliseconds.
   * @returns whether it is still on its way, so that another picture has to follow
   */
  draw(time: number): boolean {
    const seconds = Math.min(MAX_STEP_SECONDS, (time - this.#lastTime) / 1000);
    this.#lastTime = time;
    const isFading = this.#figure.take(this.#frame, seconds);
    const isGliding = this.#orbit.advance(seconds);
    this.#render();
    return isFading || isGliding;
  }

  /** Waits until what was drawn is seen to be drawn. */
  finish(): void {
    const context = this.#renderer.getContext();
    context.readPixels(0, 0, 1, 1, context.RGBA, context.UNSIGNED_BYTE, this.#pixel);
  }

  /** Takes on a size in CSS pixels, and shows the figure in it at once: a canvas is empty after its size has changed. */
  resize(width: number, height: number, pixelRatio: number): void {
    this.#renderer.setPixelRatio(pixelRatio);
    this.#renderer.setSize(width, height, false);
    this.#camera.aspect = width / height;
    this.#camera.updateProjectionMatrix();
    this.#render();
  }

  paint({ background, lines }: ThemeColors): void {
    this.#renderer.setClearColor(background);
    this.#floor.paint(lines);
  }

  #render(): void {
    this.#orbit.place(this.#camera);
    this.#renderer.render(this.#scene, this.#camera);
  }
}
