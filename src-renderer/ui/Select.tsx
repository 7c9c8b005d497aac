import { Select as Base } from '@base-ui/react/select';
import { Check, ChevronDown } from 'lucide-react';
import { formatCount } from './formatCount.ts';
import type { Option } from './SegmentedControl.tsx';
import './select.css';

interface SelectProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly Option<Value>[];
  readonly onChange: (value: Value) => void;
}

/** A choice of one from a list that opens. */
export function Select<Value extends string>({ label, value, options, onChange }: SelectProps<Value>) {
  const count = options.find((option) => option.value === value)?.count;
  return (
    <Base.Root
      items={options}
      value={value}
      modal={false}
      onValueChange={(chosen) => {
        if (chosen !== null) onChange(chosen);
      }}
    >
      <Base.Trigger className="ui-select" aria-label={label}>
        <Base.Value className="ui-select-value" />
        {count !== undefined && <span className="ui-select-count">{formatCount(count)}</span>}
        <ChevronDown />
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner
          className="ui-select-positioner"
          align="start"
          alignItemWithTrigger={false}
          sideOffset={4}
        >
          <Base.Popup className="ui-select-popup">
            {options.map((option) => (
              <Base.Item key={option.value} value={option.value} className="ui-select-item">
                <span className="ui-select-check">
                  <Base.ItemIndicator>
                    <Check />
                  </Base.ItemIndicator>
                </span>
                <Base.ItemText>{option.label}</Base.ItemText>
                {option.count !== undefined && (
                  <span className="ui-select-count">{formatCount(option.count)}</span>
                )}
              </Base.Item>
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
