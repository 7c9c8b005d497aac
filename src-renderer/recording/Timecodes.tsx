import { useCallback } from 'react';
import { secondsOfDay, timecodeAt } from '#shared/capture/index.ts';
import type { TimecodeRate } from '#shared/contract/index.ts';
import { LiveText } from '../ui/index.ts';
import { words } from './words.ts';

interface TimecodesProps {
  readonly rate: TimecodeRate;
  /** The time of the shown subject's newest frame by its own clock, in seconds; undefined where it gives none. */
  readonly deviceSeconds: () => number | undefined;
}

/** Hours, minutes, seconds and frames, in characters. */
const LENGTH = 11;

/** The time of day as a timecode, of this computer and of the device that is shown. */
export function Timecodes({ rate, deviceSeconds }: TimecodesProps) {
  const readHost = useCallback(() => timecodeAt(secondsOfDay(new Date()), rate), [rate]);
  const readDevice = useCallback(() => {
    const seconds = deviceSeconds();
    return seconds === undefined ? words.noTimecode : timecodeAt(seconds, rate);
  }, [rate, deviceSeconds]);
  return (
    <dl className="recording-timecodes">
      <div>
        <dt>{words.hostTimecode}</dt>
        <dd>
          <LiveText read={readHost} length={LENGTH} />
        </dd>
      </div>
      <div>
        <dt>{words.deviceTimecode}</dt>
        <dd>
          <LiveText read={readDevice} length={LENGTH} />
        </dd>
      </div>
    </dl>
  );
}
