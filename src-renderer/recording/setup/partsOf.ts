import { type Arming, partsSentBy, type RecordedPart, type SubjectView } from '#shared/contract/index.ts';

/** Who is armed; a subject's number changes each time it comes. */
export type Person = Pick<SubjectView, 'protocol' | 'deviceId' | 'subject'>;

/** People of whom something is left out are remembered up to this many, the latest. */
const MAX_REMEMBERED = 100;

/** The parts of a person that are recorded; all that there are unless something was said. */
export function armedPartsOf(arming: Arming, person: Person): readonly RecordedPart[] {
  return arming.find((each) => isSame(each, person))?.parts ?? partsSentBy(person.protocol);
}

/** The arming with other parts of one person. */
export function armingWith(
  arming: Arming,
  { protocol, deviceId, subject }: Person,
  parts: readonly RecordedPart[],
): Arming {
  const person = { protocol, deviceId, subject };
  const others = arming.filter((each) => !isSame(each, person));
  if (partsSentBy(protocol).every((part) => parts.includes(part))) return others;
  return [...others.slice(1 - MAX_REMEMBERED), { ...person, parts: [...parts] }];
}

const isSame = (a: Person, b: Person): boolean =>
  a.protocol === b.protocol && a.deviceId === b.deviceId && a.subject === b.subject;
