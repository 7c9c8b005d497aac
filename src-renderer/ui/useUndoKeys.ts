import { useEffect } from 'react';
import { isTyping } from './neededKeys.ts';

/** Lets Ctrl+Z (Command+Z) undo and, with Shift, redo anywhere in the window while a panel is in the page, but in texts. */
export function useUndoKeys(undo: () => void, redo: () => void): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== 'z') return;
      if (event.defaultPrevented || isTyping(event)) return;
      event.preventDefault();
      if (event.shiftKey) redo();
      else undo();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [undo, redo]);
}
