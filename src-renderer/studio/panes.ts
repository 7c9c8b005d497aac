import { useEffect } from 'react';
import { isInDialog } from '../ui/index.ts';
import { nextPane } from './nextPane.ts';

/** The panes of the window in the order of the page: elements with `data-pane` that are in sight. */
const panes = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[data-pane]:not([hidden])')];

/** Puts the keyboard into a pane: onto what it names as its target, else onto the pane itself. */
export function focusPane(name: string): void {
  focus(document.querySelector<HTMLElement>(`[data-pane="${name}"]`));
}

/** Lets F6 go from pane to pane, with Shift backwards. */
export function usePaneKeys(): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.key !== 'F6' || event.ctrlKey || event.altKey || event.metaKey || isInDialog(event)) return;
      event.preventDefault();
      const all = panes();
      const current = all.findIndex((pane) => pane.contains(document.activeElement));
      focus(all[nextPane(current, all.length, event.shiftKey)] ?? null);
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
}

function focus(pane: HTMLElement | null): void {
  (pane?.querySelector<HTMLElement>('[data-pane-target]') ?? pane)?.focus();
}
