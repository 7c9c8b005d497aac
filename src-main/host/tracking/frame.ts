/** Pixels as `ffmpeg -pix_fmt rgba` writes them: `width * height * 4` bytes, top row first. */
export interface RgbaImage {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}
