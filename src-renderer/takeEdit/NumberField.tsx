import { useState } from 'react';

interface NumberFieldProps {
  /** For screen readers. */
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly onChange: (value: number) => void;
}

/** A number typed in. It counts once it is left, or Enter is pressed; up and down step it; what is no number is put back, as by Escape. */
export function NumberField({ label, value, min, max, step, onChange }: NumberFieldProps) {
  const [text, setText] = useState<string>();
  const digits = digitsOf(step);
  const set = (next: number): void => {
    setText(undefined);
    if (Number.isFinite(next)) onChange(Math.min(max, Math.max(min, next)));
  };
  const settle = (): void => {
    if (text !== undefined && text.trim() !== '') set(Number(text.replace(',', '.')));
    else setText(undefined);
  };
  return (
    <input
      className="edit-number"
      aria-label={label}
      inputMode="decimal"
      maxLength={8}
      value={text ?? value.toFixed(digits)}
      onChange={(event) => setText(event.target.value)}
      onBlur={settle}
      onKeyDown={(event) => {
        if (event.key === 'Enter') settle();
        if (event.key === 'Escape') setText(undefined);
        if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
        event.preventDefault();
        set(Number((value + (event.key === 'ArrowUp' ? step : -step)).toFixed(digits)));
      }}
    />
  );
}

function digitsOf(step: number): number {
  return Math.max(0, Math.ceil(-Math.log10(step)));
}
