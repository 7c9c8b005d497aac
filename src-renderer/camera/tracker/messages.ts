import type { LandmarkFrame } from '#shared/body/index.ts';
import type { ErrorInfo } from '#shared/contract/index.ts';

/** What does the arithmetic. */
export type Processor = 'cpu' | 'gpu';

/** Where the models of what is to be found are; what has none is not looked for. */
export interface TrackerModels {
  readonly face?: string;
  readonly hands?: string;
  readonly body?: string;
}

/** What the page tells the tracking worker. */
export type TrackingOrder =
  | { readonly kind: 'open'; readonly models: TrackerModels; readonly processor: Processor }
  | {
      readonly kind: 'track';
      readonly picture: VideoFrame | ImageBitmap;
      /** When it was taken, since 1970. */
      readonly timeSeconds: number;
    };

/** What the tracking worker tells the page. It takes one picture at a time. */
export type TrackingNews =
  /** It waits for the first picture. A graphics card that cannot do it is replaced by the processor. */
  | { readonly kind: 'ready'; readonly processor: Processor }
  | {
      readonly kind: 'found';
      /** A frame as it goes to the host (`frameMessage.ts`). */
      readonly message: Uint8Array<ArrayBuffer>;
      /** What was found, as it is in the picture. */
      readonly landmarks: LandmarkFrame;
      /** How long it took. */
      readonly milliseconds: number;
    }
  | { readonly kind: 'failed'; readonly error: ErrorInfo };
