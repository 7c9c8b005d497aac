import type { ChannelName } from '#shared/body/index.ts';

/** Colours of the theme that is shown, for canvases, which cannot use the tokens themselves. */
export interface CanvasColours {
  readonly channels: Readonly<Record<ChannelName, string>>;
  /** The ground of pictures and lanes. */
  readonly sunken: string;
  readonly line: string;
  readonly text: string;
}

/** Reads the tokens. To be read anew when the theme changes. */
export function readColours(): CanvasColours {
  const style = getComputedStyle(document.documentElement);
  const token = (name: string): string => style.getPropertyValue(name).trim();
  return {
    channels: {
      pose: token('--channel-pose'),
      left_hand: token('--channel-left-hand'),
      right_hand: token('--channel-right-hand'),
      face: token('--channel-face'),
    },
    sunken: token('--surface-sunken'),
    line: token('--border-strong'),
    text: token('--text-muted'),
  };
}
