import { TIMECODE_RATES } from '#shared/contract/index.ts';
import { DeviceSelect } from '../../devices/index.ts';
import { SegmentedControl, Select } from '../../ui/index.ts';
import { words } from '../words.ts';
import './setup.css';
import { COUNTDOWNS, chooseCountdown, chooseTimecodeRate, useSetup } from './setupStore.ts';

const countdowns = COUNTDOWNS.map((seconds) => ({
  value: String(seconds),
  label: words.countdowns[seconds],
}));
const rates = TIMECODE_RATES.map((rate) => ({ value: rate, label: words.rate(rate) }));

/** How takes are recorded: sound, reference video, countdown and timecode. */
export function SetupFields() {
  const { countdownSeconds, timecodeRate } = useSetup();
  return (
    <div className="setup-fields">
      <span>{words.sound}</span>
      <DeviceSelect use="sound" label={words.sound} />
      <span>{words.video}</span>
      <DeviceSelect use="reference" label={words.video} />
      <span>{words.countdown}</span>
      <SegmentedControl
        label={words.countdown}
        value={String(countdownSeconds)}
        options={countdowns}
        onChange={(value) =>
          chooseCountdown(COUNTDOWNS.find((seconds) => String(seconds) === value) ?? countdownSeconds)
        }
      />
      <span>{words.timecode}</span>
      <Select
        label={words.timecode}
        value={timecodeRate}
        options={rates}
        onChange={(rate) => chooseTimecodeRate(rate)}
      />
    </div>
  );
}
