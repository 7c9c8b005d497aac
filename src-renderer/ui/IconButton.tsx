import { Tooltip } from '@base-ui/react/tooltip';
import type { ReactNode } from 'react';
import './button.css';
import { Kbd } from './Kbd.tsx';
import './tooltip.css';

interface IconButtonProps {
  /** Name of the button for screen readers, and its tooltip. */
  readonly label: string;
  readonly icon: ReactNode;
  /** Given for a button that stays down: whether it is. */
  readonly pressed?: boolean | undefined;
  /** Key that does the same, as `aria-keyshortcuts` writes it, such as `Space` or `Shift+ArrowLeft`. */
  readonly shortcut?: string | undefined;
  readonly disabled?: boolean | undefined;
  readonly onClick: () => void;
}

/** A button with an icon only. */
export function IconButton({ label, icon, pressed, shortcut, disabled = false, onClick }: IconButtonProps) {
  return (
    <Tooltip.Root>
      <Tooltip.Trigger
        className="ui-icon-button"
        aria-label={label}
        aria-pressed={pressed}
        aria-keyshortcuts={shortcut}
        render={<button type="button" disabled={disabled} />}
        onClick={() => onClick()}
      >
        {icon}
      </Tooltip.Trigger>
      <Tooltip.Portal>
        <Tooltip.Positioner sideOffset={6}>
          <Tooltip.Popup className="ui-tooltip">
            {label}
            {shortcut !== undefined && <Kbd>{shortcut}</Kbd>}
          </Tooltip.Popup>
        </Tooltip.Positioner>
      </Tooltip.Portal>
    </Tooltip.Root>
  );
}
