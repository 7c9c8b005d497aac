import { type RefObject, useEffect } from 'react';
import { onGlance } from '../ui/index.ts';

/** Numbers cannot be read as fast as bars are seen to move. */
const GLANCES_PER_NUMBER = 3;

/**
 * Moves the bars and numbers in an element past React while the element is in the page.
 * @param levelOf what the bar with a `data-meter` name shows, and the text with a `data-live` name says, 0..1
 */
export function useMeters(host: RefObject<HTMLElement | null>, levelOf: (name: string) => number): void {
  useEffect(() => {
    let glances = 0;
    const draw = (): void => {
      for (const bar of host.current?.querySelectorAll<HTMLElement>('[data-meter]') ?? []) {
        const value = Math.min(1, Math.max(0, levelOf(bar.dataset['meter'] ?? '')));
        const scale = `scaleX(${value.toFixed(3)})`;
        if (bar.style.transform !== scale) bar.style.transform = scale;
      }
      if (glances++ % GLANCES_PER_NUMBER !== 0) return;
      for (const text of host.current?.querySelectorAll<HTMLElement>('[data-live]') ?? []) {
        const value = levelOf(text.dataset['live'] ?? '').toFixed(2);
        if (text.textContent !== value) text.textContent = value;
      }
    };
    return onGlance(draw);
  }, [host, levelOf]);
}
