import type { LandmarkFrame } from '#shared/body/index.ts';
import type { RgbaImage } from './frame.ts';

/** Milliseconds spent per task since the provider was made. */
export type TaskTimings = Readonly<Record<'pose' | 'hands' | 'face', number>>;

export interface ProviderModel {
  readonly name: string;
  readonly sha256: string;
}

/** Finds body, hands and face in frames. One provider works on one video at a time. */
export interface TrackingProvider {
  readonly name: string;
  readonly version: string;
  readonly models: readonly ProviderModel[];
  /** False where the face model is missing: body and hands are tracked all the same. */
  readonly tracksFace: boolean;
  readonly timings: TaskTimings;
  /** Forgets the video before, so that a result depends on its own video alone. */
  begin(): Promise<void>;
  /** Tracks the next frame; `timeSeconds` grows from frame to frame. The result is written into `result`. */
  track(image: RgbaImage, timeSeconds: number, result: LandmarkFrame): void;
  close(): void;
}
