import { useCountdown } from './countdown.ts';
import './recording.css';
import { words } from './words.ts';

/** The seconds before a take, large, over what it stands in; spoken too. */
export function Countdown() {
  const left = useCountdown((state) => state.left);
  return (
    <div className="recording-countdown" data-counting={left !== null || undefined}>
      <p aria-live="assertive" role="status">
        {left}
      </p>
      {left !== null && <p className="recording-countdown-hint">{words.escape}</p>}
    </div>
  );
}
