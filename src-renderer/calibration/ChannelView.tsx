import { RotateCcw } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { NO_CALIBRATION } from '#shared/capture/index.ts';
import { Button, Checkbox, IconButton } from '../ui/index.ts';
import { ChannelList } from './ChannelList.tsx';
import { Countdown } from './Countdown.tsx';
import { calibrate, calibrationOf, useCalibration } from './calibrationStore.ts';
import { withNeutral } from './edits.ts';
import { measureNeutralPose, stopMeasuring, useMeasuring } from './measuringStore.ts';
import { Said } from './Said.tsx';
import { words } from './words.ts';

interface ChannelViewProps {
  readonly subjectId: number;
  /** What was done last, in words. */
  readonly said: string;
  readonly onSay: (said: string) => void;
  readonly onRange: () => void;
}

/** What can be done to the whole face, and below it each channel. */
export function ChannelView({ subjectId, said, onSay, onRange }: ChannelViewProps) {
  const isMirrored = useCalibration((state) => calibrationOf(state).isMirrored);
  const isMeasuring = useMeasuring(({ phase }) => phase !== 'idle');
  const tasks = useRef<HTMLDivElement>(null);
  const stage = useRef<HTMLDivElement>(null);
  useEffect(() => {
    (isMeasuring ? stage : tasks).current?.querySelector('button')?.focus();
  }, [isMeasuring]);
  const takeNeutral = async (): Promise<void> => {
    onSay('');
    const pose = await measureNeutralPose(subjectId);
    if (!pose) return;
    calibrate('neutral', (calibration) => withNeutral(calibration, pose));
    onSay(words.neutralTaken);
  };
  return (
    <>
      <div ref={tasks} className="calibration-tasks">
        <Button variant="primary" disabled={isMeasuring} onClick={() => void takeNeutral()}>
          {words.neutral}
        </Button>
        <Button disabled={isMeasuring} onClick={onRange}>
          {words.range}
        </Button>
        <Checkbox
          checked={isMirrored}
          onChange={(mirrored) =>
            calibrate('mirror', (calibration) => ({ ...calibration, isMirrored: mirrored }))
          }
        >
          {words.mirror}
        </Checkbox>
        <IconButton
          label={words.resetAll}
          icon={<RotateCcw />}
          disabled={isMeasuring}
          onClick={() => calibrate('reset', () => NO_CALIBRATION)}
        />
      </div>
      <Said text={said || words.hint} />
      {isMeasuring ? (
        <div ref={stage} className="calibration-stage">
          <Countdown />
          <Button onClick={stopMeasuring}>{words.cancel}</Button>
        </div>
      ) : (
        <ChannelList />
      )}
    </>
  );
}
