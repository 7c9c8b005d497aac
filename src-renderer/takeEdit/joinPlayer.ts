import {
  type CurveSource,
  showEdited,
  subjectOf,
  trimOf,
  useTake,
  useTakeSelection,
} from '../takePlayer/index.ts';
import { closeTakeEdit, editOf, openTakeEdit, useTakeEdit } from './editStore.ts';
import { evaluationOf } from './evaluations.ts';
import { joinTrim } from './joinTrim.ts';

/**
 * Edits the take that is open in the player, and lets the player show it as it is edited. To be called once.
 */
export function joinPlayer(): void {
  useTake.subscribe(({ opened, recorded }, before) => {
    if (recorded === before.recorded) return;
    if (opened && recorded) void openTakeEdit(opened.take.id, recorded, trimOf(opened.take));
    else void closeTakeEdit();
  });
  joinTrim();
  useTakeEdit.subscribe((state, before) => {
    if (editOf(state) !== editOf(before)) show();
  });
  useTakeSelection.subscribe(({ subject }, before) => {
    if (subject !== before.subject) show();
  });
}

function show(): void {
  const edit = editOf(useTakeEdit.getState());
  const { subject: number } = useTakeSelection.getState();
  const subject = subjectOf(useTake.getState(), number);
  if (!subject || number === undefined || edit.layers.length === 0) {
    showEdited(undefined);
    return;
  }
  const evaluation = evaluationOf(subject);
  const source: CurveSource = {
    subject: number,
    edited: (channel) => {
      const column = evaluation.column(edit, channel);
      return column === evaluation.recorded(channel) ? undefined : column;
    },
    keys: (channel) => evaluation.keys(edit, channel),
  };
  showEdited(source);
}
