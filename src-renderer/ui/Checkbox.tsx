import type { ReactNode } from 'react';
import './checkbox.css';

interface CheckboxProps {
  /** For screen readers, where what stands beside it says more or less than its name. */
  readonly label?: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly children: ReactNode;
}

/** Something that is so or not, with its name beside it. */
export function Checkbox({ label, checked, onChange, children }: CheckboxProps) {
  return (
    <label className="ui-checkbox">
      <input
        type="checkbox"
        aria-label={label}
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
      />
      {children}
    </label>
  );
}
