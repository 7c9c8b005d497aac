import type { ReactNode } from 'react';
import './badge.css';

export type Tone = 'neutral' | 'info' | 'good' | 'warning' | 'bad';

/** A state in a word, with a dot in its colour. */
export function Badge({ tone, children }: { readonly tone: Tone; readonly children: ReactNode }) {
  return (
    <span className="ui-badge" data-tone={tone}>
      {children}
    </span>
  );
}
