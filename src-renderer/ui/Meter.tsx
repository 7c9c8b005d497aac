import './meter.css';

interface MeterProps {
  /** Name of what is measured, for screen readers. */
  readonly label: string;
  /** 0..1 */
  readonly value: number;
}

/** A measured value between none and all. */
export function Meter({ label, value }: MeterProps) {
  return <meter className="ui-meter" aria-label={label} min={0} max={1} value={value} />;
}
