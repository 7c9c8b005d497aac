import { create } from 'zustand';
import { createPhoneSource, showSubject, useCapture } from '../live/index.ts';
import { type Performance, performer } from '../performer/index.ts';
import { createPlayerSource } from '../player/index.ts';
import { createTakeSource, useTake } from '../takePlayer/index.ts';

/** What the avatar performs while no phone is shown. */
export const PERFORMANCES = ['idle', 'sample', 'clip', 'take'] as const;
export type PerformanceKind = (typeof PERFORMANCES)[number];

/** The user's choice. */
export const usePerformance = create<{ readonly kind: PerformanceKind }>(() => ({ kind: 'idle' }));

export function perform(kind: PerformanceKind): void {
  usePerformance.setState({ kind });
}

/** Lets the performer do what is chosen: a phone's face comes before all else. */
export function directPerformer(): void {
  let shown: string | undefined;
  const direct = (): void => {
    const phone = useCapture.getState().shown.id;
    const { kind } = usePerformance.getState();
    const chosen = kind === 'take' ? `take ${useTake.getState().id}` : kind;
    const wanted = phone === undefined ? chosen : `phone ${phone}`;
    if (wanted === shown) return;
    shown = wanted;
    performer.play(performanceOf(kind, phone));
  };
  useCapture.subscribe(direct);
  usePerformance.subscribe(direct);
  useTake.subscribe(({ id }, before) => {
    if (id !== before.id) followTake(id);
    direct();
  });
  direct();
}

function performanceOf(kind: PerformanceKind, phone: number | undefined): Performance {
  if (phone !== undefined) return { kind: 'landmarks', source: createPhoneSource(phone), isAlive: true };
  if (kind === 'clip') return { kind: 'landmarks', source: createPlayerSource(), isAlive: false };
  return kind === 'take' ? { kind: 'landmarks', source: createTakeSource(), isAlive: true } : { kind };
}

/** A take that is opened is seen at once; when it is closed, nobody performs it any more. */
function followTake(id: string | undefined): void {
  if (id !== undefined) {
    showSubject(undefined);
    perform('take');
  } else if (usePerformance.getState().kind === 'take') perform('idle');
}
