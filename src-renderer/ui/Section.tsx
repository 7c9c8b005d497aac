import { type ReactNode, useState } from 'react';
import './section.css';

interface SectionProps {
  readonly title: string;
  /** Whether it is folded up at first. */
  readonly folded?: boolean;
  readonly children: ReactNode;
}

/** A part of a panel that can be folded up; what is in it is in the page while it is open. */
export function Section({ title, folded = false, children }: SectionProps) {
  const [isOpen, setOpen] = useState(!folded);
  return (
    <details
      className="ui-section"
      open={isOpen}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>{title}</summary>
      {isOpen && <div className="ui-section-body">{children}</div>}
    </details>
  );
}
