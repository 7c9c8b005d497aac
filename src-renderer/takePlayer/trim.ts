import { create } from 'zustand';
import type { TakeView } from '#shared/contract/index.ts';
import { frameAt } from '#shared/formats/index.ts';
import { ask } from '../link/index.ts';
import { endOf } from '../playback/index.ts';
import { showProblem } from '../ui/index.ts';
import { deck } from './deck.ts';
import { useTake } from './takeStore.ts';

type Trim = { readonly startSeconds: number; readonly endSeconds: number } | null;

/** What trims were before, the last one last. */
export const useTrimmed = create<{ readonly takeId: string | undefined; readonly before: readonly Trim[] }>(
  () => ({
    takeId: undefined,
    before: [],
  }),
);

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
export async function trimToPoints(): Promise<void> {
  const { opened } = useTake.getState();
  if (!opened) return;
  const { takeId, before } = useTrimmed.getState();
  const past = takeId === opened.take.id ? before : [];
  const last = trimOf(opened.take);
  if (await setTrim(pointsAsTrim())) useTrimmed.setState({ takeId: opened.take.id, before: [...past, last] });
}

/** Trims it as it was before. */
export async function undoTrim(): Promise<void> {
  const { before } = useTrimmed.getState();
  const last = before.at(-1);
  if (last !== undefined && (await setTrim(last))) useTrimmed.setState({ before: before.slice(0, -1) });
}

/** Whether in and out point say something else than the take's trim. */
export function isTrimDue(take: TakeView): boolean {
  const points = pointsAsTrim();
  const trim = trimOf(take);
  return points?.startSeconds !== trim?.startSeconds || points?.endSeconds !== trim?.endSeconds;
}

export function trimOf({ trimStartSeconds, trimEndSeconds }: TakeView): Trim {
  return trimStartSeconds === null || trimEndSeconds === null
    ? null
    : { startSeconds: trimStartSeconds, endSeconds: trimEndSeconds };
}

function pointsAsTrim(): Trim {
  const { marks, timing } = deck.state.getState();
  if (marks.in === undefined && marks.out === undefined) return null;
  return {
    startSeconds: timing.times[marks.in ?? 0] ?? 0,
    endSeconds: marks.out === undefined ? timing.endSeconds : endOf(timing, marks.out),
  };
}

async function setTrim(trim: Trim): Promise<boolean> {
  const { opened } = useTake.getState();
  if (!opened) return false;
  try {
    const take = await ask('take.change', { id: opened.take.id, changes: { trim: trim && { ...trim } } });
    useTake.setState((state) => (state.id === take.id ? { opened: { ...opened, take } } : state));
    return true;
  } catch (error) {
    showProblem(error);
    return false;
  }
}
