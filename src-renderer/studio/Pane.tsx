import type { ReactNode } from 'react';
import './pane.css';

interface PaneProps {
  /** By which `focusPane` finds it. */
  readonly name: string;
  readonly label: string;
  /** Something else is in its place for now. */
  readonly hidden?: boolean;
  readonly children: ReactNode;
}

/** A part of the window that F6 goes to. */
export function Pane({ name, label, hidden = false, children }: PaneProps) {
  return (
    <section aria-label={label} className="studio-pane" data-pane={name} hidden={hidden} tabIndex={-1}>
      {children}
    </section>
  );
}
