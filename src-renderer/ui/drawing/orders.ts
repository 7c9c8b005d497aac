import type { PixelBox } from '../watchPixels.ts';

/** How a drawing looks: what its element inherits from the page. */
export interface Look {
  readonly color: string;
  /** Of what a bar has not filled. */
  readonly track: string;
  /** Of what a bar has filled. */
  readonly fill: string;
  readonly fontWeight: string;
  readonly fontFamily: string;
  /** In CSS pixels. */
  readonly fontSize: number;
  /** In CSS pixels. */
  readonly lineHeight: number;
}

/** What a drawing shows. */
export type Content =
  | { readonly kind: 'text'; readonly text: string }
  /** Bars under their labels, two in a row; levels are 0..1. */
  | { readonly kind: 'bars'; readonly labels: readonly string[]; readonly levels: Float32Array };

/** What the worker is told, of the drawing with a number. */
export type Order = { readonly id: number } & (
  | { readonly kind: 'open'; readonly canvas: OffscreenCanvas }
  | { readonly kind: 'size'; readonly size: PixelBox }
  | { readonly kind: 'look'; readonly look: Look }
  | { readonly kind: 'show'; readonly content: Content }
  | { readonly kind: 'close' }
);
