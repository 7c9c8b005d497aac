import type { TimeSpan } from '../../playback/index.ts';

/** Closer than this nothing more is to be seen: some frames. */
const LEAST_SECONDS = 0.1;

/** All of a take. */
export function wholeView(endSeconds: number): TimeSpan {
  return { fromSeconds: 0, toSeconds: Math.max(endSeconds, LEAST_SECONDS) };
}

/**
 * The view made larger or smaller, so that a moment stays where it is seen.
 * @param factor how much of the time that is seen now is seen then: below 1 for nearer
 */
export function zoomedView(
  view: TimeSpan,
  factor: number,
  aroundSeconds: number,
  endSeconds: number,
): TimeSpan {
  const whole = wholeView(endSeconds);
  const length = view.toSeconds - view.fromSeconds;
  const next = Math.min(Math.max(length * factor, LEAST_SECONDS), whole.toSeconds);
  const share = (aroundSeconds - view.fromSeconds) / length;
  return within(aroundSeconds - share * next, next, whole);
}

/** The view moved by so many seconds, as far as there is something. */
export function movedView(view: TimeSpan, seconds: number, endSeconds: number): TimeSpan {
  return within(view.fromSeconds + seconds, view.toSeconds - view.fromSeconds, wholeView(endSeconds));
}

/** The view that shows a moment: the same where it does already, else a page on. */
export function viewWith(view: TimeSpan, seconds: number, endSeconds: number): TimeSpan {
  if (seconds >= view.fromSeconds && seconds <= view.toSeconds) return view;
  const length = view.toSeconds - view.fromSeconds;
  const from = seconds > view.toSeconds ? seconds - length / 20 : seconds - length * (19 / 20);
  return within(from, length, wholeView(endSeconds));
}

function within(fromSeconds: number, length: number, { toSeconds: end }: TimeSpan): TimeSpan {
  const from = Math.max(0, Math.min(fromSeconds, end - length));
  return { fromSeconds: from, toSeconds: Math.min(from + length, end) };
}
