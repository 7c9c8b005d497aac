import { create } from 'zustand';
import { createPhoneSource, useCapture } from '../live/index.ts';
import { type Performance, performer } from '../performer/index.ts';
import { createPlayerSource } from '../player/index.ts';

/** What the avatar performs while no phone is shown. */
export const PERFORMANCES = ['idle', 'sample', 'clip'] as const;
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
    const wanted = phone === undefined ? kind : `phone ${phone}`;
    if (wanted === shown) return;
    shown = wanted;
    performer.play(performanceOf(kind, phone));
  };
  useCapture.subscribe(direct);
  usePerformance.subscribe(direct);
  direct();
}

function performanceOf(kind: PerformanceKind, phone: number | undefined): Performance {
  if (phone !== undefined) return { kind: 'landmarks', source: createPhoneSource(phone), isAlive: true };
  return kind === 'clip' ? { kind: 'landmarks', source: createPlayerSource(), isAlive: false } : { kind };
}
