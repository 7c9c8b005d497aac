import { z } from 'zod';
import { create } from 'zustand';
import { armingSchema, type RecordedPart, timecodeRateSchema } from '#shared/contract/index.ts';
import { armingWith, type Person } from './partsOf.ts';

/** Seconds counted down before a take; 0 for none. */
export const COUNTDOWNS = [0, 3, 5] as const;
export type CountdownSeconds = (typeof COUNTDOWNS)[number];

const setupSchema = z.object({
  countdownSeconds: z.literal(COUNTDOWNS).catch(0),
  timecodeRate: timecodeRateSchema.catch('30'),
  arming: armingSchema.catch([]),
});
type Setup = z.infer<typeof setupSchema>;

const STORED_AS = 'mimesis.recording';

/** How this page records. Kept for the next start. */
export const useSetup = create<Setup>(() => {
  try {
    return setupSchema.parse(JSON.parse(localStorage.getItem(STORED_AS) ?? '{}'));
  } catch {
    return setupSchema.parse({});
  }
});

export function chooseCountdown(countdownSeconds: CountdownSeconds): void {
  keep({ countdownSeconds });
}

export function chooseTimecodeRate(timecodeRate: Setup['timecodeRate']): void {
  keep({ timecodeRate });
}

/** Records these parts of a person from the next take on. */
export function armParts(person: Person, parts: readonly RecordedPart[]): void {
  keep({ arming: armingWith(useSetup.getState().arming, person, parts) });
}

function keep(change: Partial<Setup>): void {
  useSetup.setState(change);
  localStorage.setItem(STORED_AS, JSON.stringify(useSetup.getState()));
}
