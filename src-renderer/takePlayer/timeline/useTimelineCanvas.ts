import { type RefObject, useEffect, useMemo, useRef } from 'react';
import { useTheme, watchPixels } from '../../ui/index.ts';
import { useCurveSource } from '../curves/curveSource.ts';
import { useTakeSelection } from '../selection.ts';
import { subjectOf, useTake } from '../takeStore.ts';
import { soundTimes } from '../time/mediaTimes.ts';
import { trimOf } from '../trim.ts';
import { drawTimeline, type TimelineScene } from './drawLanes.ts';
import type { Lanes } from './lanes.ts';
import { readLook, type TimelineLook } from './look.ts';
import { useView } from './viewStore.ts';

/** Keeps the open take drawn on a canvas, past React: at most once for each refresh of the display. */
export function useTimelineCanvas(lanes: Lanes): RefObject<HTMLCanvasElement | null> {
  const ref = useRef<HTMLCanvasElement>(null);
  const theme = useTheme((state) => state.theme);
  const media = useTake(({ recorded }) => recorded?.media);
  const drawn = useTake((state) => state.sound);
  const sound = useMemo(() => {
    const pieces = media?.find(({ description }) => description.kind === 'audio')?.pieces;
    return pieces && drawn && { drawn, times: soundTimes(pieces, drawn) };
  }, [media, drawn]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the colours change with the theme
  useEffect(() => {
    const canvas = ref.current;
    const context = canvas?.getContext('2d');
    if (!canvas || !context) return;
    let look: TimelineLook | undefined;
    let refresh = 0;
    const draw = (): void => {
      refresh = 0;
      const scene = sceneOf(lanes, sound);
      if (look && scene) drawTimeline(context, scene, look);
    };
    const drawSoon = (): void => {
      refresh ||= requestAnimationFrame(draw);
    };
    const stopWatching = watchPixels(canvas, (pixelRatio) => {
      look = readLook(canvas, pixelRatio);
      draw();
    });
    const stops = [useView, useTake, useTakeSelection, useCurveSource].map((store) =>
      store.subscribe(drawSoon),
    );
    return () => {
      stopWatching();
      for (const stop of stops) stop();
      cancelAnimationFrame(refresh);
    };
  }, [lanes, sound, theme]);

  return ref;
}

function sceneOf(lanes: Lanes, sound: TimelineScene['sound']): TimelineScene | undefined {
  const state = useTake.getState();
  if (!state.recorded) return undefined;
  const { channels, range, subject: number } = useTakeSelection.getState();
  const view = useView.getState();
  const subject = subjectOf(state, number);
  const trim = state.opened && trimOf(state.opened.take);
  return {
    take: state.recorded,
    lanes,
    view,
    sound,
    curves: subject && { subject, channels, edit: useCurveSource.getState().source, view },
    range,
    trim: trim ? { fromSeconds: trim.startSeconds, toSeconds: trim.endSeconds } : null,
  };
}
