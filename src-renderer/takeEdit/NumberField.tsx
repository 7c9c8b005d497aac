import { EditedText } from '../ui/index.ts';

interface NumberFieldProps {
  /** For screen readers. */
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly onChange: (value: number) => void;
}

/** A number typed in. It counts once it is left, or Enter is pressed; up and down step it; what is no number is put back. */
export function NumberField({ label, value, min, max, step, onChange }: NumberFieldProps) {
  const digits = Math.max(0, Math.ceil(-Math.log10(step)));
  const within = (wanted: number): string => Math.min(max, Math.max(min, wanted)).toFixed(digits);
  return (
    <EditedText
      label={label}
      value={value.toFixed(digits)}
      maxLength={8}
      inputMode="decimal"
      read={(text) => {
        const typed = Number(text.replace(',', '.'));
        return text.trim() === '' || !Number.isFinite(typed) ? undefined : within(typed);
      }}
      onChange={(text) => onChange(Number(text))}
      onKeyDown={(event) => {
        if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
        event.preventDefault();
        onChange(Number(within(value + (event.key === 'ArrowUp' ? step : -step))));
      }}
    />
  );
}
