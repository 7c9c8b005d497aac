import type { Ref } from 'react';
import './meter.css';

interface MeterProps {
  /** Name of what is measured, for screen readers. */
  readonly label: string;
  /** 0..1; left out where the value is written to the element, past React. */
  readonly value?: number;
  readonly ref?: Ref<HTMLMeterElement>;
}

/** A measured value between none and all. */
export function Meter({ label, value, ref }: MeterProps) {
  return <meter className="ui-meter" aria-label={label} min={0} max={1} value={value} ref={ref} />;
}
