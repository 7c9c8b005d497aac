import { NeutralToneMapping, PerspectiveCamera, Scene, Vector3, WebGLRenderer } from 'three';
import { createAvatarPose } from '#shared/performance/index.ts';
import { type AvatarNames, type LoadedAvatar, loadAvatar } from '../avatar/index.ts';
import { costOf } from './cost.ts';
import { Floor } from './floor.ts';
import { createLights, createSurroundings } from './lights.ts';
import { locateJoints } from './locate.ts';
import type { AvatarCost, CameraMove } from './messages.ts';
import { FIELD_OF_VIEW, Orbit, type View } from './orbit.ts';
import { Resolution } from './resolution.ts';
import type { ThemeColors } from './themeColors.ts';

/** Skin is seen at about half of white, as a photographer would expose it. */
const EXPOSURE = 1.2;
/** A glide does not leap after a pause. */
const MAX_STEP_SECONDS = 0.1;

/** The scene with the avatar, drawn into a canvas. */
export class Stage {
  readonly #orbit: Orbit;
  readonly #renderer: WebGLRenderer;
  readonly #isPlain: boolean;
  readonly #scene = new Scene();
  readonly #camera = new PerspectiveCamera(FIELD_OF_VIEW, 1, 0.02, 30);
  readonly #floor = new Floor();
  readonly #pose = createAvatarPose();
  readonly #pixel = new Uint8Array(4);
  readonly #place = new Vector3();
  readonly #resolution = new Resolution();
  #avatar: LoadedAvatar | undefined;
  #number = 0;
  #poseNumber = 0;
  #isPosing = true;
  #lastTime = 0;

  /** @param isPlain the processor does the work of a graphics card here: light and materials are simple then */
  constructor(canvas: OffscreenCanvas, context: WebGL2RenderingContext, view: View, isPlain: boolean) {
    this.#orbit = new Orbit(view);
    this.#isPlain = isPlain;
    this.#renderer = new WebGLRenderer({ canvas, context });
    this.#renderer.toneMapping = NeutralToneMapping;
    this.#renderer.toneMappingExposure = EXPOSURE;
    this.#scene.add(createLights(isPlain), this.#floor.object);
    if (!isPlain) this.#scene.environment = createSurroundings(this.#renderer);
  }

  /** Reads an avatar and shows it from the next picture on, in place of the one before. */
  async dress(number: number, bytes: ArrayBuffer, names: AvatarNames): Promise<void> {
    const avatar = await loadAvatar(bytes, names, this.#isPlain);
    // One that was ordered later was read sooner.
    if (number < this.#number) {
      avatar.dispose();
      return;
    }
    if (this.#avatar) {
      this.#scene.remove(this.#avatar.object);
      this.#avatar.dispose();
    }
    this.#avatar = avatar;
    this.#number = number;
    // It is not seen before it stands as it shall.
    avatar.object.visible = false;
    this.#scene.add(avatar.object);
    this.#orbit.measure(avatar.stature);
    this.#isPosing = true;
  }

  /** Whether the last picture shows the avatar of this number. */
  shows(number: number): boolean {
    return this.#number === number && this.#avatar?.object.visible === true;
  }

  /** What the last picture has cost. */
  cost(loadMs: number): AvatarCost {
    return costOf(this.#renderer, this.#scene, this.#avatar, loadMs);
  }

  move(move: CameraMove): void {
    if (move.kind === 'show') this.#orbit.show(move.view);
    else if (move.kind === 'reset') this.#orbit.reset();
    else if (move.kind === 'turn') this.#orbit.turn(move.yaw, move.pitch);
    else if (move.kind === 'approach') this.#orbit.approach(move.factor);
    else this.#orbit.arrive();
  }

  /** What the next pictures shall show as soon as they show the avatar of this number. */
  take(parcel: Float32Array, number: number): void {
    this.#pose.buffer.set(parcel);
    this.#poseNumber = number;
    this.#isPosing = true;
  }

  /**
   * Draws the avatar as it is at a time in milliseconds.
   * @returns whether the camera is still on its way, so that another picture has to follow
   */
  draw(time: number): boolean {
    const seconds = Math.min(MAX_STEP_SECONDS, (time - this.#lastTime) / 1000);
    this.#lastTime = time;
    // The camera may move around an avatar that rests.
    if (this.#isPosing && this.#avatar && this.#poseNumber === this.#number) {
      const { weights, body, eyes, jaw } = this.#pose;
      this.#avatar.morphs.show(weights);
      this.#avatar.bones.pose(body, eyes, jaw[0] ?? 0);
      this.#isPosing = false;
      this.#avatar.object.visible = true;
    }
    const isGliding = this.#orbit.advance(seconds);
    this.#resolution.apply(this.#renderer, this.#camera);
    this.#orbit.place(this.#camera);
    this.#renderer.render(this.#scene, this.#camera);
    return isGliding;
  }

  /** Writes where the joints are in the picture drawn last; see `locateJoints`. */
  locate(out: Float32Array): void {
    if (this.#avatar) locateJoints(this.#avatar, this.#camera, this.#place, out);
  }

  /** Waits until what was drawn is seen to be drawn. */
  finish(): void {
    const context = this.#renderer.getContext();
    context.readPixels(0, 0, 1, 1, context.RGBA, context.UNSIGNED_BYTE, this.#pixel);
  }

  /** Whether pictures have fewer pixels than the screen, to come fast enough. */
  get isCoarse(): boolean {
    return this.#resolution.scale < 1;
  }

  /** Adapts the size of the pictures to how long they take. */
  note(drawMs: number): void {
    this.#resolution.note(drawMs);
  }

  /** Draws once as fine as the screen is. */
  drawFinely(time: number): void {
    this.#resolution.withFullScale(() => this.draw(time));
  }

  /** The size in CSS pixels of the pictures from the next one on. */
  resize(width: number, height: number, pixelRatio: number): void {
    this.#resolution.resize(width, height, pixelRatio);
  }

  paint({ background, lines }: ThemeColors): void {
    this.#renderer.setClearColor(background);
    this.#floor.paint(lines);
  }
}
