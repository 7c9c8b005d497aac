import { Radio } from '@base-ui/react/radio';
import { RadioGroup } from '@base-ui/react/radio-group';
import { formatCount } from './formatCount.ts';
import './segmentedControl.css';

export interface Option<Value extends string> {
  readonly value: Value;
  readonly label: string;
  /** How many things the option stands for. */
  readonly count?: number | undefined;
}

interface SegmentedControlProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly Option<Value>[];
  readonly onChange: (value: Value) => void;
}

/** A choice of one among few, all in sight. */
export function SegmentedControl<Value extends string>({
  label,
  value,
  options,
  onChange,
}: SegmentedControlProps<Value>) {
  return (
    <RadioGroup
      className="ui-segments"
      aria-label={label}
      value={value}
      onValueChange={(chosen) => onChange(chosen)}
    >
      {options.map((option) => (
        <Radio.Root
          key={option.value}
          value={option.value}
          nativeButton
          className="ui-segment"
          render={<button type="button" />}
        >
          <span className="ui-segment-label">{option.label}</span>
          {option.count !== undefined && (
            <span className="ui-segment-count">{formatCount(option.count)}</span>
          )}
        </Radio.Root>
      ))}
    </RadioGroup>
  );
}
