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
