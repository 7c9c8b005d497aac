import { useEffect, useState } from 'react';
import { performer } from '../performer/index.ts';
import { settingsOf, useFace } from './faceStore.ts';

const INTERVAL_MS = 1000;
/** A weight of less is not seen. */
const LEAST_WEIGHT = 0.01;

/** Of these targets those that move or are held by hand now; looked at each second, while it is wanted. */
export function useTargetsAtWork(targets: readonly string[], isWanted: boolean): readonly string[] {
  const [atWork, setAtWork] = useState<readonly string[]>([]);
  useEffect(() => {
    if (!isWanted) return;
    const look = (): void => {
      const { manual } = settingsOf(useFace.getState());
      const now = targets.filter(
        (name, i) => manual[name] !== undefined || (performer.weights[i] ?? 0) > LEAST_WEIGHT,
      );
      // Only what changes is rendered.
      setAtWork((shown) => (shown.join() === now.join() ? shown : now));
    };
    look();
    const timer = setInterval(look, INTERVAL_MS);
    return () => clearInterval(timer);
  }, [targets, isWanted]);
  return atWork;
}
