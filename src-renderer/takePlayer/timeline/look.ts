/** How many colours there are for curves; after them the same ones come again, dashed. */
export const CURVE_COLOURS = 8;

/** Colours and measures of the timeline's canvas in the theme that is shown. */
export interface TimelineLook {
  readonly curves: readonly string[];
  readonly accent: string;
  readonly sunken: string;
  readonly line: string;
  readonly text: string;
  readonly gap: string;
  readonly sound: string;
  readonly font: string;
  /** Canvas pixels a CSS pixel. */
  readonly pixelRatio: number;
}

/** Reads the tokens. To be read anew when the theme changes. */
export function readLook(canvas: HTMLCanvasElement, pixelRatio: number): TimelineLook {
  const style = getComputedStyle(document.documentElement);
  const token = (name: string): string => style.getPropertyValue(name).trim();
  const { fontFamily, fontSize } = getComputedStyle(canvas);
  return {
    curves: Array.from({ length: CURVE_COLOURS }, (_, i) => token(`--curve-${i + 1}`)),
    accent: token('--accent'),
    sunken: token('--surface-sunken'),
    line: token('--border-strong'),
    text: token('--text-muted'),
    gap: token('--warning'),
    sound: token('--text-faint'),
    font: `${Number.parseFloat(fontSize) * pixelRatio}px ${fontFamily}`,
    pixelRatio,
  };
}
