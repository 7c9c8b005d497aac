import type { TakeTrim, TakeView } from '#shared/contract/index.ts';
import { frameAt } from '#shared/formats/index.ts';
import { ask } from '../link/index.ts';
import { endOf } from '../playback/index.ts';
import { showProblem } from '../ui/index.ts';
import { deck } from './deck.ts';
import { useTake } from './takeStore.ts';

/** Sets in and out point where the take is trimmed. */
export function markTrim(take: TakeView): void {
  const trim = trimOf(take);
  if (!trim) return;
  const { times } = deck.state.getState().timing;
  deck.seek(frameAt(times, trim.endSeconds - 1e-6));
  deck.markOut();
  deck.seek(frameAt(times, trim.startSeconds));
  deck.markIn();
}

/** Trims the open take to in and out point, or not at all where neither is set. The recording stays as it is. */
export function trimToPoints(): Promise<void> {
  return trimTake(pointsAsTrim());
}

/** Trims the open take. */
export async function trimTake(trim: TakeTrim): Promise<void> {
  const id = useTake.getState().opened?.take.id;
  if (id === undefined) return;
  try {
    const take = await ask('take.change', { id, changes: { trim: trim && { ...trim } } });
    const { opened } = useTake.getState();
    if (opened?.take.id === id) useTake.setState({ opened: { ...opened, take } });
  } catch (error) {
    showProblem(error);
  }
}

/** Whether in and out point say something else than the take's trim. */
export function isTrimDue(take: TakeView): boolean {
  return !isSameTrim(pointsAsTrim(), trimOf(take));
}

export function trimOf({ trimStartSeconds, trimEndSeconds }: TakeView): TakeTrim {
  return trimStartSeconds === null || trimEndSeconds === null
    ? null
    : { startSeconds: trimStartSeconds, endSeconds: trimEndSeconds };
}

export function isSameTrim(a: TakeTrim, b: TakeTrim): boolean {
  return a?.startSeconds === b?.startSeconds && a?.endSeconds === b?.endSeconds;
}

function pointsAsTrim(): TakeTrim {
  const { marks, timing } = deck.state.getState();
  if (marks.in === undefined && marks.out === undefined) return null;
  return {
    startSeconds: timing.times[marks.in ?? 0] ?? 0,
    endSeconds: marks.out === undefined ? timing.endSeconds : endOf(timing, marks.out),
  };
}
