import { type RefObject, useEffect } from 'react';
import { needsKey, roleOf } from '../../ui/index.ts';
import type { Deck } from '../clock/index.ts';
import { actionOf, type KeyPress } from './shortcuts.ts';

const nothing = (): undefined => undefined;

/**
 * Lets a deck's keys work anywhere in the window, but where a widget needs them for itself.
 *
 * @param own a widget for which the deck's keys are meant
 * @param more what other keys do; the same function each time
 */
export function useShortcuts(
  deck: Deck,
  own: RefObject<Element | null>,
  more: (press: KeyPress) => (() => void) | undefined = nothing,
): void {
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
        const action = more(event) ?? actionOf(deck, event);
        if (!action || event.defaultPrevented || isTaken(event, own.current, isClicked)) return;
        event.preventDefault();
        action();
      },
      { signal },
    );
    return () => listening.abort();
  }, [deck, own, more]);
}

function isTaken({ target, key }: KeyboardEvent, own: Element | null, isClicked: boolean): boolean {
  if (!(target instanceof Element)) return false;
  for (let element: Element | null = target; element && element !== own; element = element.parentElement) {
    if (needsKey(roleOf(element), key, isClicked)) return true;
  }
  return false;
}
