import type { PerspectiveCamera } from 'three';

/** Parts of the figure that the camera can be sent to. */
export const VIEWS = ['face', 'upper', 'full'] as const;
export type View = (typeof VIEWS)[number];

/** What a view shows: the height of its middle and the size of the box around it, in metres; and from how far above. */
const FRAMES: Readonly<Record<View, Pick<Place, 'middle' | 'width' | 'height' | 'pitch'>>> = {
  face: { middle: 1.552, width: 0.3, height: 0.35, pitch: 0 },
  upper: { middle: 1.3, width: 0.96, height: 0.96, pitch: 0.03 },
  full: { middle: 0.94, width: 1.2, height: 2.14, pitch: 0.1 },
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

const placeOf = (view: View): Place => ({ yaw: 0, zoom: 1, ...FRAMES[view] });
const clamp = (value: number, min: number, max: number): number => Math.min(max, Math.max(min, value));

/** A camera that circles the figure. It glides to where it is sent. */
export class Orbit {
  readonly #now: Place;
  #goal: Place;
  #view: View;

  constructor(view: View) {
    this.#view = view;
    this.#now = placeOf(view);
    this.#goal = placeOf(view);
  }

  /** Goes to a view, from the front. */
  show(view: View): void {
    this.#view = view;
    this.#goal = placeOf(view);
  }

  /** Back to the front of the view shown last. */
  reset(): void {
    this.show(this.#view);
  }

  /** Circles by these angles in radians: the figure is seen from further to its left, and from further above. */
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
