import { useEffect, useRef } from 'react';
import { createLandmarkFrame } from '#shared/body/index.ts';
import { readFrame, type Track } from '#shared/formats/index.ts';
import { useTheme, watchPixels } from '../../ui/index.ts';
import { readColours } from '../channelColours.ts';
import { deck } from '../deck.ts';
import { letterbox, type Size } from '../stage/letterbox.ts';
import { FigurePainter } from './figurePainter.ts';
import { useOverlay } from './overlayStore.ts';

/** The track's frame that is shown, drawn over its picture; the picture is letterboxed in the same box. */
export function Overlay({ track, picture }: { readonly track: Track; readonly picture: Size }) {
  const ref = useRef<HTMLCanvasElement>(null);
  const channels = useOverlay((state) => state.channels);
  const theme = useTheme((state) => state.theme);
  const { width, height } = picture;

  // biome-ignore lint/correctness/useExhaustiveDependencies: the colours change with the theme
  useEffect(() => {
    const canvas = ref.current;
    const context = canvas?.getContext('2d');
    if (!canvas || !context) return;
    const colours = readColours();
    const frame = createLandmarkFrame();
    let painter: FigurePainter | undefined;
    const draw = (): void => {
      context.clearRect(0, 0, canvas.width, canvas.height);
      const index = deck.playhead.shown;
      if (index >= track.frames) return;
      readFrame(track, index, frame);
      painter?.drawBox(track.boxes, index);
      painter?.draw(frame);
    };
    const stopWatching = watchPixels(canvas, (pixelRatio) => {
      const place = letterbox(canvas, { width, height });
      painter = new FigurePainter(context, place, { colours, channels, pixelRatio });
      draw();
    });
    const stopFollowing = deck.playhead.subscribe(draw);
    return () => {
      stopWatching();
      stopFollowing();
      context.clearRect(0, 0, canvas.width, canvas.height);
    };
  }, [track, width, height, channels, theme]);

  return <canvas ref={ref} className="player-overlay" />;
}
