import type { RemoteView } from '#shared/contract/index.ts';
import { Badge, problemText, type Tone } from '../ui/index.ts';
import { words } from './words.ts';

const TONES: Readonly<Record<RemoteView['status'], Tone>> = {
  asked: 'neutral',
  answers: 'good',
  background: 'warning',
  silent: 'warning',
};
/** Charge below which iOS itself warns. */
const LOW_BATTERY = 0.2;

/** How a phone is that is controlled from here: battery, heat, and whether it records. */
export function Remote({ remote }: { readonly remote: RemoteView }) {
  const { address, status, battery, heat, isRecording, problem } = remote;
  const isLow = battery !== null && battery < LOW_BATTERY;
  const isHot = heat === 'serious' || heat === 'critical';
  return (
    <article className="live-subject" aria-label={words.remote.title(address)}>
      <header className="live-subject-header">
        <h3 className="live-subject-name">{words.remote.title(address)}</h3>
        {isRecording && <span className="live-sign">{words.remote.recording}</span>}
        <Badge tone={TONES[status]}>{words.remote.status[status]}</Badge>
      </header>
      <p className="live-rate">
        {battery !== null && (
          <span className={isLow ? 'live-warning' : undefined}>{words.remote.battery(battery)}</span>
        )}
        {heat !== null && (
          <span className={isHot ? 'live-warning' : undefined}>{words.remote.heat[heat]}</span>
        )}
      </p>
      {status === 'silent' && <p className="live-rate live-warning">{words.remote.silentHint}</p>}
      {status === 'background' && <p className="live-rate live-warning">{words.remote.backgroundHint}</p>}
      {problem && <p className="live-rate live-warning">{problemText(problem)}</p>}
    </article>
  );
}
