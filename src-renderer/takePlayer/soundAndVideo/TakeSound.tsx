import { useEffect, useMemo, useRef } from 'react';
import { useTake } from '../takeStore.ts';
import { soundTimes } from '../time/mediaTimes.ts';
import { leadDeck } from './leadDeck.ts';
import { useMedium } from './openMedia.ts';

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
    const stop = leadDeck(audio, times);
    return () => {
      stop();
      audio.removeAttribute('src');
      audio.load();
    };
  }, [url, times]);

  // biome-ignore lint/a11y/useMediaCaption: what was recorded has no captions
  return <audio ref={ref} preload="auto" />;
}
