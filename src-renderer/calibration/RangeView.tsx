import { useEffect, useRef, useState } from 'react';
import { Button, Kbd } from '../ui/index.ts';
import { calibrate, calibrationOf, useCalibration } from './calibrationStore.ts';
import { measureNeutralPose, measureReachNow, stopMeasuring, useMeasuring } from './measuringStore.ts';
import { RangeStage } from './RangeStage.tsx';
import {
  back,
  forward,
  isAtEnd,
  RANGE_START,
  RANGE_STEP_COUNT,
  reachedBefore,
  resultOf,
  withPose,
  withReach,
} from './rangeWizard.ts';
import { Said } from './Said.tsx';
import { words } from './words.ts';

interface RangeViewProps {
  readonly subjectId: number;
  /** @param result what was set, in words; '' where nothing was */
  readonly onEnd: (result: string) => void;
}

/** Asks for one expression after another and measures how far the face goes. Nothing is set before the end. */
export function RangeView({ subjectId, onEnd }: RangeViewProps) {
  const [wizard, setWizard] = useState(RANGE_START);
  const isMeasuring = useMeasuring(({ phase }) => phase !== 'idle');
  const main = useRef<HTMLElement>(null);
  // Space and Enter measure, from step to step; meanwhile the keyboard stays here.
  useEffect(() => {
    const button = main.current?.querySelector<HTMLElement>(`[data-place="${wizard.place}"] button`);
    (isMeasuring ? main.current : button)?.focus();
  }, [wizard.place, isMeasuring]);

  const measure = async (): Promise<void> => {
    if (wizard.place === 0) {
      const pose = await measureNeutralPose(subjectId);
      if (pose) setWizard((now) => withPose(now, pose));
    } else {
      const reach = await measureReachNow(subjectId);
      if (reach) setWizard((now) => withReach(now, reach));
    }
  };
  const finish = (): void => {
    const result = resultOf(wizard, calibrationOf(useCalibration.getState()));
    if (!result) return;
    calibrate('range', () => result.calibration);
    onEnd(words.wizard.finished(Object.keys(wizard.reached).length - result.unmoved.length, result.unmoved));
  };
  const leave = (): void => {
    stopMeasuring();
    onEnd('');
  };
  const atEnd = isAtEnd(wizard);
  return (
    <section
      ref={main}
      className="calibration-range"
      aria-label={words.range}
      tabIndex={-1}
      onKeyDown={({ key, ctrlKey, altKey, metaKey }) => {
        if (ctrlKey || altKey || metaKey) return;
        if (key === 'Escape') leave();
        else if (isMeasuring) return;
        else if (key === 'ArrowLeft') setWizard(back);
        else if (key === 'ArrowRight') setWizard(forward);
      }}
    >
      <Said
        text={
          atEnd ? words.range : words.wizard.place(wizard.place + 1, RANGE_STEP_COUNT, reachedBefore(wizard))
        }
      />
      <RangeStage wizard={wizard} />
      <div className="calibration-main" data-place={wizard.place}>
        {atEnd ? (
          <Button variant="primary" onClick={finish}>
            {words.wizard.finish}
          </Button>
        ) : (
          <Button variant="primary" disabled={isMeasuring} onClick={() => void measure()}>
            {isMeasuring ? words.wizard.measuring : words.wizard.measure}
          </Button>
        )}
      </div>
      <div className="calibration-tasks">
        <Button disabled={isMeasuring || wizard.place === 0} onClick={() => setWizard(back)}>
          <Kbd>ArrowLeft</Kbd> {words.wizard.back}
        </Button>
        <Button disabled={isMeasuring || atEnd || !wizard.pose} onClick={() => setWizard(forward)}>
          {words.wizard.skip} <Kbd>ArrowRight</Kbd>
        </Button>
        {!atEnd && (
          <Button disabled={isMeasuring || !wizard.pose} onClick={finish}>
            {words.wizard.finish}
          </Button>
        )}
        <Button onClick={leave}>{words.wizard.leave}</Button>
      </div>
    </section>
  );
}
