import { useEffect, useRef } from 'react';
import { timecodeAt } from '#shared/capture/index.ts';
import type { TimecodeRate } from '#shared/contract/index.ts';
import { onGlance } from '../ui/index.ts';
import { words } from './words.ts';

interface TimecodesProps {
  readonly rate: TimecodeRate;
  /** The time of the shown subject's newest frame by its own clock, in seconds; undefined where it gives none. */
  readonly deviceSeconds: () => number | undefined;
}

/** The time of day as a timecode, of this computer and of the device that is shown. Written past React. */
export function Timecodes({ rate, deviceSeconds }: TimecodesProps) {
  const host = useRef<HTMLElement>(null);
  const device = useRef<HTMLElement>(null);
  useEffect(() => {
    const write = (): void => {
      const seconds = deviceSeconds();
      if (host.current) host.current.textContent = timecodeAt(secondsOfDay(), rate);
      if (device.current) {
        device.current.textContent = seconds === undefined ? words.noTimecode : timecodeAt(seconds, rate);
      }
    };
    return onGlance(write);
  }, [rate, deviceSeconds]);
  return (
    <dl className="recording-timecodes">
      <div>
        <dt>{words.hostTimecode}</dt>
        <dd ref={host} />
      </div>
      <div>
        <dt>{words.deviceTimecode}</dt>
        <dd ref={device} />
      </div>
    </dl>
  );
}

function secondsOfDay(): number {
  const now = new Date();
  const minutes = 60 * now.getHours() + now.getMinutes();
  return 60 * minutes + now.getSeconds() + now.getMilliseconds() / 1000;
}
