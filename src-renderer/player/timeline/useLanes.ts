import { type RefObject, useEffect, useRef } from 'react';
import { useTheme, watchPixels } from '../../ui/index.ts';
import { readColours } from '../channelColours.ts';
import { useDeck } from '../deck.ts';
import { openTrack, usePlayer } from '../playerStore.ts';
import { drawTimeline } from './drawTimeline.ts';

/** Keeps ruler and lanes of the open clip drawn on a canvas; anew only where clip, size or theme change. */
export function useLanes(): RefObject<HTMLCanvasElement | null> {
  const ref = useRef<HTMLCanvasElement>(null);
  const timing = useDeck((state) => state.timing);
  const track = usePlayer(openTrack);
  const theme = useTheme((state) => state.theme);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the colours change with the theme
  useEffect(() => {
    const canvas = ref.current;
    const context = canvas?.getContext('2d');
    if (!canvas || !context) return;
    const colours = readColours();
    const { fontFamily, fontSize } = getComputedStyle(canvas);
    return watchPixels(canvas, (pixelRatio) => {
      const font = `${Number.parseFloat(fontSize) * pixelRatio}px ${fontFamily}`;
      drawTimeline(context, timing, track, { colours, font, pixelRatio });
    });
  }, [timing, track, theme]);

  return ref;
}
