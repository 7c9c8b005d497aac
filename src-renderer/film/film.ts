/** Where the avatar is seen from. */
export interface Camera {
  readonly view: 'face' | 'bust' | 'full' | 'hands';
  /** Of the view's own; greater is further away. */
  readonly distance: number;
  /** In radians: the avatar is seen from further to its left. */
  readonly yaw?: number;
}

/** One picture of the avatar. */
export interface Picture {
  /** Base64. */
  readonly png: string;
  /** Where every joint of the canonical skeleton is seen: x and y as fractions of the picture. */
  readonly places: readonly number[];
}

/** What the page that films can do. */
export interface Film {
  /**
   * Reads the default avatar.
   * @param size of the pictures in pixels; they are square
   */
  dress(size: number): Promise<void>;
  point(camera: Camera): void;
  /** @param pose the numbers of an `AvatarPose`, weights in the order of CC4 Extended */
  shoot(pose: readonly number[]): Promise<Picture>;
}
