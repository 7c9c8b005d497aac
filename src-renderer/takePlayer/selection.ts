import { create } from 'zustand';
import type { CaptureChannel } from '#shared/capture/index.ts';
import { endOf, type TimeSpan } from '../playback/index.ts';
import { deck } from './deck.ts';

interface TakeSelection {
  /** Number, in the open take, of the subject that is shown; undefined where there is none. */
  readonly subject: number | undefined;
  /** The channels whose curves are shown, in the order in which they were chosen. */
  readonly channels: readonly CaptureChannel[];
  /** Between in and out point, in seconds on the take's clock; null for the whole take. */
  readonly range: TimeSpan | null;
}

/** What is chosen of the open take. */
export const useTakeSelection = create<TakeSelection>(() => ({
  subject: undefined,
  channels: ['jawOpen', 'mouthSmileLeft', 'eyeBlinkLeft'],
  range: null,
}));

export function chooseSubject(subject: number | undefined): void {
  useTakeSelection.setState({ subject });
}

/** Shows a channel's curve, or hides it. */
export function toggleChannel(channel: CaptureChannel): void {
  useTakeSelection.setState(({ channels }) => ({
    channels: channels.includes(channel)
      ? channels.filter((each) => each !== channel)
      : [...channels, channel],
  }));
}

deck.state.subscribe(({ marks, timing }, before) => {
  if (marks === before.marks && timing === before.timing) return;
  const isMarked = marks.in !== undefined || marks.out !== undefined;
  const range = {
    fromSeconds: timing.times[marks.in ?? 0] ?? 0,
    toSeconds: marks.out === undefined ? timing.endSeconds : endOf(timing, marks.out),
  };
  useTakeSelection.setState({ range: isMarked ? range : null });
});
