import type { View } from './orbit.ts';
import type { ThemeColors } from './themeColors.ts';

/** Moves of the camera. Angles in radians, factors of the distance. */
export type CameraMove =
  | { readonly kind: 'show'; readonly view: View }
  | { readonly kind: 'reset' }
  | { readonly kind: 'turn'; readonly yaw: number; readonly pitch: number }
  | { readonly kind: 'approach'; readonly factor: number }
  /** Is at its goal at once, instead of gliding there. */
  | { readonly kind: 'arrive' };

/** What the page tells the worker that draws the figure. */
export type StageOrder =
  | { readonly kind: 'open'; readonly canvas: OffscreenCanvas; readonly view: View }
  /** In CSS pixels, and how many of the screen's pixels each of them has. */
  | {
      readonly kind: 'resize';
      readonly width: number;
      readonly height: number;
      readonly pixelRatio: number;
    }
  | { readonly kind: 'paint'; readonly colors: ThemeColors }
  /** Draws once more; `isNew`: the parcel holds another frame than the last one. */
  | { readonly kind: 'draw'; readonly parcel: Float32Array<ArrayBuffer>; readonly isNew: boolean }
  | CameraMove;

/** Why no figure can be drawn: the graphics have died for now, there are none, or the drawing itself has failed. */
export type Trouble = 'lost' | 'unsupported' | 'failed';

/** What the worker tells the page. */
export type StageNews =
  | { readonly kind: 'trouble'; readonly trouble: Trouble }
  /** The graphics are back, but not for this canvas: the process that drew it has died with its way to the screen. */
  | { readonly kind: 'restored' }
  /** The picture is drawn, and the parcel free again. `isMoving`: there is more to draw without anything new. */
  | { readonly kind: 'drawn'; readonly parcel: Float32Array<ArrayBuffer>; readonly isMoving: boolean };
