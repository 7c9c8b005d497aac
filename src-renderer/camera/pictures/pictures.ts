/** A picture of a camera, and when it was taken in seconds since 1970. Whoever takes it closes it. */
export interface Picture {
  readonly picture: VideoFrame | ImageBitmap;
  readonly timeSeconds: number;
}

/** The newest picture of a camera. Older ones are given up: there is never a queue. */
export interface Pictures {
  /** Takes the newest; none where it has been taken already. */
  take(): Promise<Picture | undefined>;
  close(): void;
}
