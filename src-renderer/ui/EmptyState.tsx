import type { ReactNode } from 'react';
import './emptyState.css';

interface EmptyStateProps {
  readonly title: string;
  /** What to do so that something appears. */
  readonly hint: ReactNode;
  readonly icon?: ReactNode;
  readonly action?: ReactNode;
}

/** In the place of something that is not there yet. */
export function EmptyState({ title, hint, icon, action }: EmptyStateProps) {
  return (
    <div className="ui-empty">
      {icon}
      <p className="ui-empty-title">{title}</p>
      <p className="ui-empty-hint">{hint}</p>
      {action}
    </div>
  );
}
