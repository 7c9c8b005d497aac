import type { SampleClip } from '#shared/performance/index.ts';

/** One picture of the avatar, and what is true in it. */
export interface FilmedFrame {
  /** Base64. */
  readonly png: string;
  /** 52 coefficients in ARKit's order. */
  readonly blendshapes: readonly number[];
  /** Of every joint of the canonical skeleton to its parent, 4 numbers each. */
  readonly rotations: readonly number[];
  /** Where every joint is seen: x and y as fractions of the picture. */
  readonly places: readonly number[];
}

/** What the page that films can do. */
export interface Film {
  /** Reads the default avatar. */
  dress(): Promise<void>;
  point(framing: SampleClip['framing']): void;
  /** @param seconds of the sample performance */
  shoot(seconds: number): Promise<FilmedFrame>;
}
