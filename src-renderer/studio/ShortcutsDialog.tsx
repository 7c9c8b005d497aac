import { useEffect } from 'react';
import { Dialog, isTyping, Kbd } from '../ui/index.ts';
import './shortcuts.css';
import { words } from './words.ts';

interface ShortcutsDialogProps {
  readonly open: boolean;
  readonly onOpen: () => void;
  readonly onClose: () => void;
}

/** Which keys do what. The question mark opens it. */
export function ShortcutsDialog({ open, onOpen, onClose }: ShortcutsDialogProps) {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.key === '?' && !isTyping(event)) onOpen();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [onOpen]);
  return (
    <Dialog title={words.shortcuts.title} open={open} onClose={onClose}>
      {words.shortcuts.groups.map((group) => (
        <section key={group.title} className="studio-shortcuts">
          <h3>{group.title}</h3>
          <dl>
            {group.keys.map(([keys, meaning]) => (
              <div key={meaning}>
                <dt>
                  {keys.map((key) => (
                    <Kbd key={key}>{key}</Kbd>
                  ))}
                </dt>
                <dd>{meaning}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Dialog>
  );
}
