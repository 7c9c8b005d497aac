import { useMeasuring } from './measuringStore.ts';
import { words } from './words.ts';

/** What the performer reads from afar while the neutral pose is taken. */
export function Countdown() {
  const { phase, count } = useMeasuring();
  return (
    <div className="calibration-countdown" role="alert">
      <p>{words.lookAhead}</p>
      <strong>{phase === 'counting' ? count : words.keepStill}</strong>
    </div>
  );
}
