import type { AvatarNames } from '../avatar/index.ts';
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

/** What the page tells the worker that draws the avatar. */
export type StageOrder =
  | {
      readonly kind: 'open';
      readonly canvas: OffscreenCanvas;
      readonly view: View;
    }
  /** Shows another avatar as soon as it is read; `number` tells its news from those of the one before. */
  | {
      readonly kind: 'avatar';
      readonly number: number;
      readonly file: Blob;
      readonly names: AvatarNames;
    }
  /** In CSS pixels, and how many of the screen's pixels each of them has. */
  | {
      readonly kind: 'resize';
      readonly width: number;
      readonly height: number;
      readonly pixelRatio: number;
    }
  | { readonly kind: 'paint'; readonly colors: ThemeColors }
  /**
   * Draws once more; `isNew`: the parcel holds another pose than the last one, of the avatar of this number. Another avatar,
   * which is still shown while that one is read, does not take it on.
   */
  | {
      readonly kind: 'draw';
      readonly parcel: Float32Array<ArrayBuffer>;
      readonly isNew: boolean;
      readonly number: number;
    }
  | CameraMove;

/** Why nothing can be drawn: the graphics have died for now, there are none, or the drawing itself has failed. */
export type Trouble = 'lost' | 'unsupported' | 'failed';

/** What an avatar costs to draw. */
export interface AvatarCost {
  readonly drawCalls: number;
  readonly triangles: number;
  readonly textureBytes: number;
  readonly morphBytes: number;
  /** From the order to the first picture. */
  readonly loadMs: number;
}

/** What the worker tells the page. */
export type StageNews =
  | { readonly kind: 'trouble'; readonly trouble: Trouble }
  /** The avatar is in the picture that has just been drawn. */
  | { readonly kind: 'avatar_shown'; readonly number: number; readonly cost: AvatarCost }
  /** The file cannot be read; the avatar before it stays. */
  | { readonly kind: 'avatar_failed'; readonly number: number; readonly message: string }
  /** The graphics are back, but not for this canvas: the process that drew it has died with its way to the screen. */
  | { readonly kind: 'restored' }
  /** The picture is drawn, and the parcel free again. `isMoving`: there is more to draw without anything new. */
  | {
      readonly kind: 'drawn';
      readonly parcel: Float32Array<ArrayBuffer>;
      readonly isMoving: boolean;
      /**
       * Time that the script took, and the whole picture. What a graphics card does after the script is told only while more
       * is to be drawn than it can.
       */
      readonly scriptMs: number;
      readonly drawMs: number;
      /** The page may send the next pose while one is being drawn: a graphics card does the work. */
      readonly mayOverlap: boolean;
    }
  /** A newer pose came before this one was drawn. */
  | { readonly kind: 'skipped'; readonly parcel: Float32Array<ArrayBuffer> };
