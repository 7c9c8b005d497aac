import type { TakeTrim } from '#shared/contract/index.ts';
import { isSameTrim, trimOf, trimTake, useTake } from '../takePlayer/index.ts';
import { noteTrim, trimIn, useTakeEdit } from './editStore.ts';

/** Trims that an undo has asked for, and that the host has not answered yet. */
let underWay = 0;

/** Lets trims of the open take, wherever they are made, be undone and redone with its edits. To be called once. */
export function joinTrim(): void {
  useTake.subscribe(noteShown);
  useTakeEdit.subscribe((state, before) => {
    if (state.open && trimIn(state) !== trimIn(before)) void apply(trimIn(state));
  });
}

function noteShown(): void {
  const { opened } = useTake.getState();
  if (opened && underWay === 0) noteTrim(trimOf(opened.take));
}

async function apply(trim: TakeTrim): Promise<void> {
  const { opened } = useTake.getState();
  if (!opened || isSameTrim(trim, trimOf(opened.take))) return;
  underWay += 1;
  await trimTake(trim);
  underWay -= 1;
  noteShown();
}
