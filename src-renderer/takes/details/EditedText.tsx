import { type KeyboardEvent, useEffect, useState } from 'react';

interface EditedTextProps {
  readonly label: string;
  readonly value: string;
  readonly maxLength: number;
  /** Of several lines. */
  readonly isLong?: boolean;
  /** Where nothing is left, the text before stays. */
  readonly isRequired?: boolean;
  readonly onChange: (text: string) => void;
}

/** A text that is kept when the keyboard leaves it, or by Enter; Escape leaves it as it was. */
export function EditedText({ label, value, maxLength, isLong, isRequired, onChange }: EditedTextProps) {
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  const keep = (): void => {
    const kept = isRequired ? text.trim() : text;
    if (isRequired && kept === '') setText(value);
    else if (kept !== value) onChange(kept);
  };
  const press = (event: KeyboardEvent<HTMLInputElement | HTMLTextAreaElement>): void => {
    if (event.key === 'Escape') setText(value);
    if (event.key === 'Enter' && !isLong) event.currentTarget.blur();
  };
  const field = {
    'aria-label': label,
    className: 'takes-text',
    value: text,
    maxLength,
    onBlur: keep,
    onKeyDown: press,
  };
  return isLong ? (
    <textarea {...field} rows={2} placeholder={label} onChange={({ target }) => setText(target.value)} />
  ) : (
    <input {...field} onChange={({ target }) => setText(target.value)} />
  );
}
