import { type RefObject, useEffect } from 'react';
import { needsKey, roleOf } from './neededKeys.ts';
import { actionOf } from './shortcuts.ts';

/**
 * Lets the player's keys work anywhere in the window, but where a widget needs them for itself.
 *
 * @param own a widget for which the player's keys are meant
 */
export function useShortcuts(own: RefObject<Element | null>): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const action = actionOf(event);
      if (!action || event.defaultPrevented || isTaken(event, own.current)) return;
      event.preventDefault();
      action();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [own]);
}

function isTaken({ target, key }: KeyboardEvent, own: Element | null): boolean {
  if (!(target instanceof Element)) return false;
  const isFocusVisible = target.matches(':focus-visible');
  for (let element: Element | null = target; element && element !== own; element = element.parentElement) {
    if (needsKey(roleOf(element), key, isFocusVisible)) return true;
  }
  return false;
}
