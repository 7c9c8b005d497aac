import { useEffect, useState } from 'react';
import { onGlance, problemText } from '../ui/index.ts';
import { useCalibration } from './calibrationStore.ts';
import { useMeasuring } from './measuringStore.ts';
import { isFaceSeen } from './rawFace.ts';
import { words } from './words.ts';

/** What stands in the way, or went wrong, or else what there is to say. */
export function Said({ text }: { readonly text: string }) {
  const isHeard = useCalibration((state) => state.isHeard);
  const problem = useMeasuring((state) => state.problem);
  const isSeen = useSeen();
  const warning = problem ? problemText(problem) : !isHeard ? words.unheard : !isSeen && words.unseen;
  return (
    <p role="status" className="calibration-said" data-warning={warning !== false}>
      {warning || text}
    </p>
  );
}

/** Before this much time has passed nothing could have come, and nothing is missed. */
const PATIENCE_MS = 500;

function useSeen(): boolean {
  const [isSeen, setSeen] = useState(true);
  useEffect(() => {
    const begun = performance.now();
    return onGlance(() => setSeen(isFaceSeen() || performance.now() - begun < PATIENCE_MS));
  }, []);
  return isSeen;
}
