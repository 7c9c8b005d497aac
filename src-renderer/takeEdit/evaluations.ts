import type { CaptureChannel } from '#shared/capture/index.ts';
import type { TakeEdit } from '#shared/contract/index.ts';
import type { RecordedSubject } from '#shared/formats/index.ts';
import { EditEvaluation, type LayerFigures } from '#shared/takeEdit/index.ts';

/** Of subjects of takes that somebody still has. */
const evaluations = new WeakMap<RecordedSubject, EditEvaluation>();

function evaluationOf(subject: RecordedSubject): EditEvaluation {
  const known = evaluations.get(subject);
  if (known) return known;
  const evaluation = new EditEvaluation(subject);
  evaluations.set(subject, evaluation);
  return evaluation;
}

/**
 * A channel of a subject as it is edited, one number a frame. It must not be written to, and is the same array until the
 * edit changes something of it.
 */
export function editedColumn(
  subject: RecordedSubject,
  edit: TakeEdit,
  channel: CaptureChannel,
): Float32Array {
  return evaluationOf(subject).column(edit, channel);
}

/** What a layer does to each channel of a subject. */
export function layerFigures(
  subject: RecordedSubject,
  edit: TakeEdit,
  layerId: string,
): ReadonlyMap<CaptureChannel, LayerFigures> {
  return evaluationOf(subject).figures(edit, layerId);
}
