import { useEffect, useState } from 'react';
import { useCalibration } from './calibrationStore.ts';
import { useMeasuring } from './measuringStore.ts';
import { isFaceSeen } from './rawFace.ts';
import { words } from './words.ts';

const LOOK_MS = 250;

/** What stands in the way, or went wrong, or else what there is to say. */
export function Said({ text }: { readonly text: string }) {
  const isHeard = useCalibration((state) => state.isHeard);
  const problem = useMeasuring((state) => state.problem);
  const isSeen = useSeen();
  const warning = problem
    ? `${problem.message} ${problem.remedy ?? ''}`
    : !isHeard
      ? words.unheard
      : !isSeen && words.unseen;
  return (
    <p role="status" className="calibration-said" data-warning={warning !== false}>
      {warning || text}
    </p>
  );
}

function useSeen(): boolean {
  // Until something could have come, nothing is missed.
  const [isSeen, setSeen] = useState(true);
  useEffect(() => {
    const timer = setInterval(() => setSeen(isFaceSeen()), LOOK_MS);
    return () => clearInterval(timer);
  }, []);
  return isSeen;
}
