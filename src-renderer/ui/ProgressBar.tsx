import type { Ref } from 'react';
import './meter.css';

interface ProgressBarProps {
  /** Name of what goes on, for screen readers. */
  readonly label: string;
  /** 0..1; left out where the value is written to the element, past React, or nobody knows how far it is. */
  readonly value?: number;
  readonly ref?: Ref<HTMLProgressElement>;
}

/** How far something that goes on is. */
export function ProgressBar({ label, value, ref }: ProgressBarProps) {
  return <progress className="ui-progress" aria-label={label} max={1} value={value} ref={ref} />;
}
