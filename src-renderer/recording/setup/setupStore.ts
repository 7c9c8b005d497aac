import { z } from 'zod';
import { create } from 'zustand';
import {
  type ArmedSubject,
  armingSchema,
  RECORDED_PARTS,
  type RecordedPart,
  type SubjectView,
  timecodeRateSchema,
} from '#shared/contract/index.ts';

/** Seconds counted down before a take; 0 for none. */
export const COUNTDOWNS = [0, 3, 5] as const;
export type CountdownSeconds = (typeof COUNTDOWNS)[number];

const setupSchema = z.object({
  countdownSeconds: z.literal(COUNTDOWNS).catch(0),
  timecodeRate: timecodeRateSchema.catch('30'),
  arming: armingSchema.catch([]),
});
type Setup = z.infer<typeof setupSchema>;

/** Who is armed; a subject's number changes each time it comes. */
type Person = Pick<SubjectView, 'protocol' | 'deviceId' | 'subject'>;

const STORED_AS = 'mimesis.recording';
/** People of whom something is left out are remembered up to this many, the latest. */
const MAX_REMEMBERED = 100;

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

/** The parts of a person that are recorded; all unless something was said. */
export function armedPartsOf(arming: readonly ArmedSubject[], person: Person): readonly RecordedPart[] {
  return arming.find((each) => isSame(each, person))?.parts ?? RECORDED_PARTS;
}

/** Records these parts of a person from the next take on. */
export function armParts(person: Person, parts: readonly RecordedPart[]): void {
  const { protocol, deviceId, subject } = person;
  const others = useSetup.getState().arming.filter((each) => !isSame(each, person));
  const isAll = RECORDED_PARTS.every((part) => parts.includes(part));
  const entry = { protocol, deviceId, subject, parts: [...parts] };
  keep({ arming: isAll ? others : [...others.slice(1 - MAX_REMEMBERED), entry] });
}

const isSame = (a: Person, b: Person): boolean =>
  a.protocol === b.protocol && a.deviceId === b.deviceId && a.subject === b.subject;

function keep(change: Partial<Setup>): void {
  useSetup.setState(change);
  localStorage.setItem(STORED_AS, JSON.stringify(useSetup.getState()));
}
