import type { PerspectiveCamera } from 'three';
import type { Stature } from '../avatar/index.ts';

/** Parts of the avatar that the camera can be sent to. */
export const VIEWS = ['face', 'bust', 'hands', 'full'] as const;
export type View = (typeof VIEWS)[number];

/** Of the canonical skeleton, until an avatar is there. */
const FIRST_STATURE: Stature = { head: 1.512, top: 1.7 };

/**
 * What a view shows of an avatar 1.7 m tall: the middle over the joint of its head and the size of the box around it, in
 * metres, and from how far above. The full view's middle is that of the whole height.
 */
const FRAMES: Readonly<Record<View, { above: number; width: number; height: number; pitch: number }>> = {
  face: { above: 0.045, width: 0.27, height: 0.33, pitch: 0 },
  bust: { above: -0.06, width: 0.5, height: 0.62, pitch: 0.02 },
  hands: { above: -0.2, width: 0.94, height: 0.94, pitch: 0.03 },
  full: { above: -0.64, width: 1.2, height: 1.98, pitch: 0.08 },
};

/** Vertical field of view in degrees: that of a portrait lens. */
export const FIELD_OF_VIEW = 26;
const MAX_PITCH = 1.4;
const ZOOM = { min: 0.35, max: 2.6 };
/** Share of the rest of a way that is left after a second. */
const REMAINDER_A_SECOND = 1e-6;
const ARRIVED = 1e-4;

/** A place of the camera: angles in radians, `zoom` as a factor of the view's distance, `middle` and size in metres. */
interface Place {
  yaw: number;
  pitch: number;
  zoom: number;
  middle: number;
  width: number;
  height: number;
}

const PLACE_KEYS = ['yaw', 'pitch', 'zoom', 'middle', 'width', 'height'] as const satisfies (keyof Place)[];

function placeOf(view: View, { head, top }: Stature): Place {
  const { above, width, height, pitch } = FRAMES[view];
  const scale = top / FIRST_STATURE.top;
  return {
    yaw: 0,
    pitch,
    zoom: 1,
    middle: head + above * scale,
    width: width * scale,
    height: height * scale,
  };
}

const clamp = (value: number, min: number, max: number): number => Math.min(max, Math.max(min, value));

/** A camera that circles the avatar. It glides to where it is sent. */
export class Orbit {
  readonly #now: Place;
  #stature = FIRST_STATURE;
  #goal: Place;
  #view: View;

  constructor(view: View) {
    this.#view = view;
    this.#now = placeOf(view, FIRST_STATURE);
    this.#goal = placeOf(view, FIRST_STATURE);
  }

  /** Goes to a view, from the front. */
  show(view: View): void {
    this.#view = view;
    // Whoever has circled the avatar more than once is not spun back all the way.
    this.#now.yaw = Math.atan2(Math.sin(this.#now.yaw), Math.cos(this.#now.yaw));
    this.#goal = placeOf(view, this.#stature);
  }

  /** Frames another avatar as the one before, at once. */
  measure(stature: Stature): void {
    this.#stature = stature;
    const { middle, width, height } = placeOf(this.#view, stature);
    Object.assign(this.#goal, { middle, width, height });
    Object.assign(this.#now, { middle, width, height });
  }

  /** Back to the front of the view shown last. */
  reset(): void {
    this.show(this.#view);
  }

  /** Circles by these angles in radians: the avatar is seen from further to its left, and from further above. */
  turn(yaw: number, pitch: number): void {
    this.#goal.yaw += yaw;
    this.#goal.pitch = clamp(this.#goal.pitch + pitch, -MAX_PITCH, MAX_PITCH);
  }

  /** Comes nearer by a factor over 1, goes back by one below. */
  approach(factor: number): void {
    this.#goal.zoom = clamp(this.#goal.zoom / factor, ZOOM.min, ZOOM.max);
  }

  /** Is at its goal at once. */
  arrive(): void {
    Object.assign(this.#now, this.#goal);
  }

  /**
   * Glides on.
   * @returns whether the camera moved
   */
  advance(seconds: number): boolean {
    const share = 1 - REMAINDER_A_SECOND ** seconds;
    let isMoving = false;
    for (const key of PLACE_KEYS) {
      const rest = this.#goal[key] - this.#now[key];
      if (rest === 0) continue;
      isMoving = true;
      this.#now[key] = Math.abs(rest) < ARRIVED ? this.#goal[key] : this.#now[key] + rest * share;
    }
    return isMoving;
  }

  /** Puts a camera where it shall be; its aspect is that of the picture. */
  place(camera: PerspectiveCamera): void {
    const { yaw, pitch, zoom, middle, width, height } = this.#now;
    const half = Math.tan((camera.fov * Math.PI) / 360);
    const distance = zoom * Math.max(height / 2 / half, width / 2 / (half * camera.aspect));
    camera.position.set(
      Math.sin(yaw) * Math.cos(pitch) * distance,
      middle + Math.sin(pitch) * distance,
      Math.cos(yaw) * Math.cos(pitch) * distance,
    );
    camera.lookAt(0, middle, 0);
  }
}
