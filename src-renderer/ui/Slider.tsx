import './slider.css';

interface SliderProps {
  /** Name of what is set, for screen readers. */
  readonly label: string;
  readonly value: number;
  readonly min?: number;
  readonly max?: number;
  readonly step?: number;
  /** What is read out instead of the number. */
  readonly valueText?: string;
  readonly disabled?: boolean;
  readonly onChange: (value: number) => void;
}

/** A number between two ends, dragged or set by the arrow keys. */
export function Slider({
  label,
  value,
  min = 0,
  max = 1,
  step = 0.01,
  valueText,
  disabled = false,
  onChange,
}: SliderProps) {
  const share = max > min ? (value - min) / (max - min) : 0;
  return (
    <input
      type="range"
      className="ui-slider"
      aria-label={label}
      aria-valuetext={valueText}
      min={min}
      max={max}
      step={step}
      value={value}
      disabled={disabled}
      style={{ '--share': String(share) } as React.CSSProperties}
      onChange={(event) => onChange(event.target.valueAsNumber)}
    />
  );
}
