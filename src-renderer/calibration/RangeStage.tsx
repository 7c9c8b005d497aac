import { REACH_SECONDS } from '#shared/capture/index.ts';
import { useMeters } from '../ui/index.ts';
import { Countdown } from './Countdown.tsx';
import { barOf, sentName, textOf } from './channelValues.ts';
import { useMeasuring } from './measuringStore.ts';
import { isAtEnd, type RangeWizard, stepOf } from './rangeWizard.ts';
import { words } from './words.ts';

/** What is asked for now, in letters that are read from afar, and the channels that it should move. */
export function RangeStage({ wizard }: { readonly wizard: RangeWizard }) {
  const phase = useMeasuring((state) => state.phase);
  const meters = useMeters(barOf, textOf);
  const step = stepOf(wizard);
  if (phase === 'counting' || phase === 'neutral') {
    return (
      <div className="calibration-stage">
        <Countdown />
      </div>
    );
  }
  if (!step) {
    const atEnd = isAtEnd(wizard);
    return (
      <div className="calibration-stage">
        <p className="calibration-asked">{atEnd ? words.wizard.done : words.lookAhead}</p>
        {atEnd && <p>{words.wizard.doneHint(Object.keys(wizard.reached).length)}</p>}
      </div>
    );
  }
  return (
    <div className="calibration-stage">
      <p className="calibration-asked" role="status">
        {words.wizard.steps[step.name]}
      </p>
      <p>{words.wizard.hold}</p>
      <div className="calibration-progress" aria-hidden="true">
        {phase === 'reach' && <div style={{ animationDuration: `${REACH_SECONDS}s` }} />}
      </div>
      <ul ref={meters} className="calibration-meters">
        {step.channels.map((channel) => (
          <li key={channel}>
            <span>{channel}</span>
            <div className="calibration-bars" aria-hidden="true">
              <div data-kind="sent">
                <div data-meter={sentName(channel)} />
                {wizard.reached[channel] !== undefined && (
                  <i style={{ left: `${100 * Math.min(1, wizard.reached[channel])}%` }} />
                )}
              </div>
            </div>
            <span data-live={sentName(channel)} />
          </li>
        ))}
      </ul>
    </div>
  );
}
