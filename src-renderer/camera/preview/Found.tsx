import { type RefObject, useEffect, useRef } from 'react';
import { FigurePainter, letterbox, readColours } from '../../player/index.ts';
import { useTheme, watchPixels } from '../../ui/index.ts';
import { newestLandmarks, onLandmarks } from '../cameraStore.ts';

const CHANNELS = { pose: true, left_hand: true, right_hand: true, face: true };

/** What was found last, drawn over the picture of a video, which is letterboxed in the same box. */
export function Found({ video }: { readonly video: RefObject<HTMLVideoElement | null> }) {
  const ref = useRef<HTMLCanvasElement>(null);
  const theme = useTheme((state) => state.theme);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the colours change with the theme
  useEffect(() => {
    const canvas = ref.current;
    const context = canvas?.getContext('2d');
    if (!canvas || !context) return;
    const colours = readColours();
    let pixels = 1;
    const draw = (): void => {
      const { videoWidth: width = 0, videoHeight: height = 0 } = video.current ?? {};
      context.clearRect(0, 0, canvas.width, canvas.height);
      const look = { colours, channels: CHANNELS, pixelRatio: pixels };
      new FigurePainter(context, letterbox(canvas, { width, height }), look).draw(newestLandmarks);
    };
    const stopWatching = watchPixels(canvas, (pixelRatio) => {
      pixels = pixelRatio;
      draw();
    });
    const stopFollowing = onLandmarks(draw);
    return () => {
      stopWatching();
      stopFollowing();
    };
  }, [video, theme]);

  return <canvas ref={ref} />;
}
