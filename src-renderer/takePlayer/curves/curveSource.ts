import { create } from 'zustand';
import type { CaptureChannel } from '#shared/capture/index.ts';

/** A key of a curve that was reduced to some. */
export interface CurveKey {
  readonly timeSeconds: number;
  readonly value: number;
}

/** How a subject's channels are edited. An array stays the same for as long as its numbers do. */
export interface CurveSource {
  /** Number of the subject in the open take. */
  readonly subject: number;
  /** A channel as it is edited, one number for each of the subject's frames; undefined where it is as recorded. */
  edited(channel: CaptureChannel): Float32Array | undefined;
  /** The keys that are left of it; none where it has not been reduced. */
  keys(channel: CaptureChannel): readonly CurveKey[];
}

/** What edits the take that is open; undefined where nothing does. */
export const useCurveSource = create<{ readonly source: CurveSource | undefined }>(() => ({
  source: undefined,
}));

/** Lets the timeline draw, and the avatar show, a subject as it is edited. To be called anew with every change. */
export function showEdited(source: CurveSource | undefined): void {
  useCurveSource.setState({ source });
}
