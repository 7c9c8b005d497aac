import { RotateCcw } from 'lucide-react';
import { MAX_DEAD_ZONE } from '#shared/contract/index.ts';
import { IconButton, Slider } from '../ui/index.ts';
import { calibrate, calibrationOf, useCalibration } from './calibrationStore.ts';
import { sentName, shownName } from './channelValues.ts';
import { isCalibrated, withDeadZone, withGain, withoutChannel } from './edits.ts';
import { words } from './words.ts';

/** Enough to be set by hand; a range of motion gives no more either. */
const WIDEST_GAIN = 3;

interface ChannelRowProps {
  readonly name: string;
  readonly isAngle: boolean;
  /** In CSS pixels from the top of the list. */
  readonly top: number;
}

/** One channel: what is sent and what is shown of it, and what is set between the two. */
export function ChannelRow({ name, isAngle, top }: ChannelRowProps) {
  const gain = useCalibration((state) => calibrationOf(state).gain[name] ?? 1);
  const deadZone = useCalibration((state) => calibrationOf(state).deadZone[name] ?? 0);
  const neutral = useCalibration((state) => calibrationOf(state).neutral[name] ?? 0);
  const isSet = useCalibration((state) => isCalibrated(calibrationOf(state), name));
  return (
    <li className="calibration-channel" style={{ transform: `translateY(${top}px)` }} data-set={isSet}>
      <div className="calibration-values">
        <span className="calibration-name" title={name}>
          {name}
        </span>
        <div className="calibration-bars" aria-hidden="true">
          <div data-kind="sent">
            <div data-meter={sentName(name)} />
            {neutral > 0 && !isAngle && <i style={{ left: `${100 * neutral}%` }} />}
          </div>
          <div data-kind="shown">
            <div data-meter={shownName(name)} />
          </div>
        </div>
        <span className="calibration-numbers">
          <span data-live={sentName(name)} /> → <span data-live={shownName(name)} />
        </span>
      </div>
      <Setting
        label={words.gainOf(name)}
        text={words.times(gain)}
        value={Math.min(gain, WIDEST_GAIN)}
        max={WIDEST_GAIN}
        step={0.05}
        onChange={(next) => calibrate(`gain ${name}`, (calibration) => withGain(calibration, name, next))}
      />
      <Setting
        label={words.deadZoneOf(name)}
        text={isAngle ? words.degrees(deadZone) : deadZone.toFixed(2)}
        value={deadZone}
        max={MAX_DEAD_ZONE}
        step={0.005}
        onChange={(next) =>
          calibrate(`dead zone ${name}`, (calibration) => withDeadZone(calibration, name, next))
        }
      />
      <IconButton
        label={words.reset(name)}
        icon={<RotateCcw />}
        disabled={!isSet}
        onClick={() => calibrate(`reset ${name}`, (calibration) => withoutChannel(calibration, name))}
      />
    </li>
  );
}

interface SettingProps {
  readonly label: string;
  readonly text: string;
  readonly value: number;
  readonly max: number;
  readonly step: number;
  readonly onChange: (value: number) => void;
}

function Setting({ text, ...slider }: SettingProps) {
  return (
    <div className="calibration-setting">
      <span>{text}</span>
      <Slider {...slider} valueText={text} />
    </div>
  );
}
