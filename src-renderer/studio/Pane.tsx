import type { ReactNode } from 'react';
import './pane.css';

interface PaneProps {
  /** By which `focusPane` finds it. */
  readonly name: string;
  readonly label: string;
  readonly children: ReactNode;
}

/** A part of the window that F6 goes to. */
export function Pane({ name, label, children }: PaneProps) {
  return (
    <section aria-label={label} className="studio-pane" data-pane={name} tabIndex={-1}>
      {children}
    </section>
  );
}
