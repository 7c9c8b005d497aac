import type { RecordedSubject } from '#shared/formats/index.ts';
import { EditEvaluation } from '#shared/takeEdit/index.ts';

/** Of subjects of takes that somebody still has. */
const evaluations = new WeakMap<RecordedSubject, EditEvaluation>();

/** What a subject becomes under an edit that changes. */
export function evaluationOf(subject: RecordedSubject): EditEvaluation {
  const known = evaluations.get(subject);
  if (known) return known;
  const evaluation = new EditEvaluation(subject);
  evaluations.set(subject, evaluation);
  return evaluation;
}
