import { useEffect, useState } from 'react';
import { deck } from '../deck.ts';

/** Numbers that change more often than this cannot be read. */
const REFRESH_MS = 100;

/** The frame that is shown, told ten times a second at most. */
export function useShownFrame(): number {
  const [shown, setShown] = useState(deck.playhead.shown);
  useEffect(() => {
    let telling: ReturnType<typeof setTimeout> | undefined;
    const stop = deck.playhead.subscribe(() => {
      telling ??= setTimeout(() => {
        telling = undefined;
        setShown(deck.playhead.shown);
      }, REFRESH_MS);
    });
    return () => {
      stop();
      clearTimeout(telling);
    };
  }, []);
  return shown;
}
