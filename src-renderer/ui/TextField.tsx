import type { ComponentProps } from 'react';
import './textField.css';

interface TextFieldProps extends Omit<ComponentProps<'input'>, 'className' | 'type' | 'onChange'> {
  /** Its name for screen readers. */
  readonly label: string;
  readonly value: string;
  readonly maxLength: number;
  readonly onChange: (text: string) => void;
}

/** A line of text, told with each character. */
export function TextField({ label, onChange, ...input }: TextFieldProps) {
  return (
    <input
      autoComplete="off"
      {...input}
      className="ui-field"
      aria-label={label}
      onChange={({ target }) => onChange(target.value)}
    />
  );
}
