import { useEffect } from 'react';
import { isTyping } from './neededKeys.ts';

interface Undoing {
  readonly undo: () => void;
  readonly redo: () => void;
}

/** In the order in which they came into the page: the last one is meant. */
const undoings: Undoing[] = [];

/**
 * Lets Ctrl+Z (Command+Z) undo and, with Shift, redo anywhere in the window while a panel is in the page, but in texts,
 * and while no other panel that undoes has come after it.
 */
export function useUndoKeys(undo: () => void, redo: () => void): void {
  useEffect(() => {
    const own = { undo, redo };
    undoings.push(own);
    const press = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== 'z') return;
      if (event.defaultPrevented || isTyping(event) || undoings.at(-1) !== own) return;
      event.preventDefault();
      if (event.shiftKey) redo();
      else undo();
    };
    window.addEventListener('keydown', press);
    return () => {
      undoings.splice(undoings.indexOf(own), 1);
      window.removeEventListener('keydown', press);
    };
  }, [undo, redo]);
}
