import { CSPProvider } from '@base-ui/react/csp-provider';
import { Tooltip } from '@base-ui/react/tooltip';
import type { ReactNode } from 'react';
import './tokens.css';
import './base.css';

const TOOLTIP_DELAY_MS = 500;

/** Around the whole studio: what its widgets share. They render no style element, which the page's policy forbids. */
export function UiProvider({ children }: { readonly children: ReactNode }) {
  return (
    <CSPProvider disableStyleElements>
      <Tooltip.Provider delay={TOOLTIP_DELAY_MS}>{children}</Tooltip.Provider>
    </CSPProvider>
  );
}
