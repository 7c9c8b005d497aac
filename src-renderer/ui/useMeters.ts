import { type RefCallback, useCallback } from 'react';
import { onGlanceAt } from './glance.ts';

/** Numbers cannot be read as fast as bars are seen to move. */
const GLANCES_PER_NUMBER = 5;

/**
 * Moves the bars and numbers in an element past React while the element is in sight.
 * @param levelOf what the bar with a `data-meter` name shows, 0..1
 * @param textOf what the text with a `data-live` name says; its level where left out
 */
export function useMeters(
  levelOf: (name: string) => number,
  textOf?: (name: string) => string,
): RefCallback<HTMLElement> {
  return useCallback(
    (element: HTMLElement) => {
      const draw = (glance: number): void => {
        for (const bar of element.querySelectorAll<HTMLElement>('[data-meter]')) {
          const value = Math.min(1, Math.max(0, levelOf(bar.dataset['meter'] ?? '')));
          const scale = `scaleX(${value.toFixed(3)})`;
          if (bar.style.transform !== scale) bar.style.transform = scale;
        }
        if (glance % GLANCES_PER_NUMBER !== 0) return;
        for (const text of element.querySelectorAll<HTMLElement>('[data-live]')) {
          const name = text.dataset['live'] ?? '';
          const value = textOf?.(name) ?? levelOf(name).toFixed(2);
          if (text.textContent !== value) text.textContent = value;
        }
      };
      return onGlanceAt(element, draw);
    },
    [levelOf, textOf],
  );
}
