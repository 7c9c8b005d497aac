import type { ReactNode } from 'react';
import './banner.css';

/** A line across the window that stays as long as what it tells is true. */
export function Banner({ icon, children }: { readonly icon: ReactNode; readonly children: ReactNode }) {
  return (
    <div role="alert" className="ui-banner" data-tone="warning">
      {icon}
      <p>{children}</p>
    </div>
  );
}
