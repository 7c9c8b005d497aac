import { CAPTURE_CHANNEL_COUNT, CAPTURE_CHANNELS } from '../capture/index.ts';
import type { TakeEdit } from '../contract/index.ts';
import type { RecordedSubject } from '../formats/index.ts';
import { EditEvaluation } from './evaluation.ts';

/**
 * A subject as it is edited: the same frames at the same times, with other rows of channels. The recorded subject, which
 * needs its rows, stays as it is, and is what comes back where the edit changes nothing of it.
 */
export function applyEdit(subject: RecordedSubject, edit: TakeEdit): RecordedSubject {
  if (subject.channels.length === 0) return subject;
  const evaluation = new EditEvaluation(subject);
  let channels = subject.channels;
  for (const [place, channel] of CAPTURE_CHANNELS.entries()) {
    const column = evaluation.column(edit, channel);
    if (column === evaluation.recorded(channel)) continue;
    if (channels === subject.channels) channels = subject.channels.slice();
    for (let frame = 0; frame < column.length; frame++) {
      channels[frame * CAPTURE_CHANNEL_COUNT + place] = column[frame] ?? 0;
    }
  }
  return channels === subject.channels ? subject : { ...subject, channels };
}
