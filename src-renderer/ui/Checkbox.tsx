import type { ReactNode } from 'react';
import './checkbox.css';

interface CheckboxProps {
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly children: ReactNode;
}

/** Something that is so or not, with its name beside it. */
export function Checkbox({ checked, onChange, children }: CheckboxProps) {
  return (
    <label className="ui-checkbox">
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.target.checked)} />
      {children}
    </label>
  );
}
