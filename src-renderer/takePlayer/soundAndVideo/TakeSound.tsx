import { useEffect, useMemo, useRef } from 'react';
import { showProblem } from '../../ui/index.ts';
import { deck } from '../deck.ts';
import { useTake } from '../takeStore.ts';
import { soundTimes } from '../time/mediaTimes.ts';
import { useMedium } from './openMedia.ts';
import { TakeMedium } from './takeMedium.ts';

/** The open take's sound, which is its clock. Nothing is seen of it. */
export function TakeSound() {
  const found = useMedium('audio');
  const sound = useTake((state) => state.sound);
  const ref = useRef<HTMLAudioElement>(null);
  const pieces = found?.medium.pieces;
  const times = useMemo(() => pieces && sound && soundTimes(pieces, sound), [pieces, sound]);
  const url = found?.url;

  useEffect(() => {
    const audio = ref.current;
    if (!audio || !times || url === undefined) return;
    audio.src = url;
    const medium = new TakeMedium(audio, times, {
      onShown: (seconds) => deck.pictureShows(seconds),
      onRefused: (error) => {
        deck.pause();
        showProblem(error);
      },
    });
    deck.attach(medium);
    return () => {
      deck.detach();
      medium.release();
      audio.removeAttribute('src');
      audio.load();
    };
  }, [url, times]);

  // biome-ignore lint/a11y/useMediaCaption: what was recorded has no captions
  return <audio ref={ref} preload="auto" />;
}
