import type { ReactNode } from 'react';
import './panel.css';

interface PanelProps {
  readonly title: string;
  /** Buttons at the right end of the heading. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A part of the window with a heading. */
export function Panel({ title, actions, children }: PanelProps) {
  return (
    <section className="ui-panel">
      <header className="ui-panel-header">
        <h2 className="ui-panel-title">{title}</h2>
        {actions}
      </header>
      <div className="ui-panel-body">{children}</div>
    </section>
  );
}
