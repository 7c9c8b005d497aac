export interface ThemeColors {
  readonly background: string;
  readonly lines: string;
}

/** The colours of the theme around an element, as CSS writes them. */
export function readThemeColors(element: Element): ThemeColors {
  const style = getComputedStyle(element);
  const token = (name: string, otherwise: string): string => style.getPropertyValue(name).trim() || otherwise;
  return {
    background: token('--surface-sunken', '#0b0d0f'),
    lines: token('--border-strong', '#434b55'),
  };
}

/**
 * Calls back when the page's theme changes, by the user's choice or the system's.
 * @returns a function that ends it
 */
export function watchTheme(changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  const system = matchMedia('(prefers-color-scheme: dark)');
  system.addEventListener('change', changed);
  return () => {
    observer.disconnect();
    system.removeEventListener('change', changed);
  };
}
