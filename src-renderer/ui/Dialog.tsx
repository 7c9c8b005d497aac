import { Dialog as Base } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import './dialog.css';
import { IconButton } from './IconButton.tsx';
import { words } from './words.ts';

interface DialogProps {
  readonly title: string;
  readonly open: boolean;
  readonly onClose: () => void;
  /** Says as it closes what has the keyboard next: an element, or the first button in it; null for what had it before. */
  readonly nextFocus?: (() => HTMLElement | null) | undefined;
  readonly children: ReactNode;
}

/** A window over the studio that keeps the keyboard until it is closed. */
export function Dialog({ title, open, onClose, nextFocus, children }: DialogProps) {
  const popup = useRef<HTMLDivElement>(null);
  /** The keyboard begins in a field, where there is one. */
  const firstFocus = (): HTMLElement | null =>
    popup.current?.querySelector<HTMLElement>('input, textarea') ?? popup.current;
  return (
    <Base.Root open={open} onOpenChange={(isOpen) => isOpen || onClose()}>
      <Base.Portal>
        <Base.Backdrop className="ui-dialog-backdrop" />
        <Base.Popup ref={popup} className="ui-dialog" initialFocus={firstFocus} finalFocus={nextFocus}>
          <header className="ui-dialog-header">
            <Base.Title className="ui-dialog-title">{title}</Base.Title>
            <IconButton label={words.close} icon={<X />} onClick={onClose} />
          </header>
          {children}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
