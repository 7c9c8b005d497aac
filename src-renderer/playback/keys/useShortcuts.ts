import { type RefObject, useEffect } from 'react';
import { needsKey, roleOf } from '../../ui/index.ts';
import type { Deck } from '../clock/index.ts';
import { actionOf } from './shortcuts.ts';

/**
 * Lets a deck's keys work anywhere in the window, but where a widget needs them for itself.
 *
 * @param own a widget for which the deck's keys are meant
 */
export function useShortcuts(deck: Deck, own: RefObject<Element | null>): void {
  useEffect(() => {
    const listening = new AbortController();
    const { signal } = listening;
    let isPointing = false;
    let isClicked = false;
    const point = ({ type }: PointerEvent): void => {
      isPointing = type === 'pointerdown';
    };
    addEventListener('pointerdown', point, { signal, capture: true });
    addEventListener('pointerup', point, { signal, capture: true });
    addEventListener('pointercancel', point, { signal, capture: true });
    addEventListener(
      'focusin',
      () => {
        isClicked = isPointing;
      },
      { signal },
    );
    addEventListener(
      'keydown',
      (event) => {
        const action = actionOf(deck, event);
        if (!action || event.defaultPrevented || isTaken(event, own.current, isClicked)) return;
        event.preventDefault();
        action();
      },
      { signal },
    );
    return () => listening.abort();
  }, [deck, own]);
}

function isTaken({ target, key }: KeyboardEvent, own: Element | null, isClicked: boolean): boolean {
  if (!(target instanceof Element)) return false;
  for (let element: Element | null = target; element && element !== own; element = element.parentElement) {
    if (needsKey(roleOf(element), key, isClicked)) return true;
  }
  return false;
}
