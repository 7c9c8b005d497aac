import { useUndoKeys } from '../ui/index.ts';
import { redoEdit, undoEdit } from './editStore.ts';

/** Lets the keys undo and redo what is done with the open take. */
export function useEditKeys(): void {
  useUndoKeys(undoEdit, redoEdit);
}
