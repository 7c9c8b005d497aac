import type { ReactNode } from 'react';
import './section.css';

interface SectionProps {
  readonly title: string;
  /** Whether it is folded up at first. */
  readonly folded?: boolean;
  readonly children: ReactNode;
}

/** A part of a panel that can be folded up. */
export function Section({ title, folded = false, children }: SectionProps) {
  return (
    <details className="ui-section" open={!folded}>
      <summary>{title}</summary>
      <div className="ui-section-body">{children}</div>
    </details>
  );
}
