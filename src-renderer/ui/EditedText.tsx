import { type KeyboardEvent, useEffect, useState } from 'react';
import { TextField } from './TextField.tsx';

interface EditedTextProps {
  /** Its name for screen readers. */
  readonly label: string;
  readonly value: string;
  readonly maxLength: number;
  /** Of several lines. */
  readonly isLong?: boolean;
  readonly inputMode?: 'numeric' | 'decimal';
  /** What was typed as it is to be kept; undefined for what is put back. As typed where left out. */
  readonly read?: (text: string) => string | undefined;
  readonly onChange: (text: string) => void;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
}

/** A text that is kept when the keyboard leaves it, or by Enter; Escape leaves it as it was. */
export function EditedText(props: EditedTextProps) {
  const { label, value, maxLength, isLong, inputMode, read, onChange, onKeyDown } = props;
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  const keep = (): void => {
    const kept = read ? (read(text) ?? value) : text;
    setText(kept);
    if (kept !== value) onChange(kept);
  };
  const press = (event: KeyboardEvent<HTMLInputElement | HTMLTextAreaElement>): void => {
    onKeyDown?.(event);
    if (event.key === 'Escape') setText(value);
    if (event.key === 'Enter' && !isLong) keep();
  };
  const field = { value: text, maxLength, onBlur: keep, onKeyDown: press };
  return isLong ? (
    <textarea
      {...field}
      className="ui-field"
      aria-label={label}
      placeholder={label}
      rows={2}
      onChange={({ target }) => setText(target.value)}
    />
  ) : (
    <TextField {...field} label={label} inputMode={inputMode} onChange={setText} />
  );
}

/** For a text that may not be empty. */
export const readName = (text: string): string | undefined => text.trim() || undefined;
