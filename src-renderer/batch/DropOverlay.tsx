import { FolderDown } from 'lucide-react';
import { createPortal } from 'react-dom';
import './dropOverlay.css';
import { useDrop } from './useDrop.ts';
import { words } from './words.ts';

/** Takes files dropped on the window, and covers it while they hover over it. */
export function DropOverlay() {
  if (!useDrop()) return null;
  return createPortal(
    <div className="batch-drop">
      <div className="batch-drop-frame">
        <FolderDown />
        <p className="batch-drop-title">{words.drop.title}</p>
        <p>{words.drop.hint}</p>
      </div>
    </div>,
    document.body,
  );
}
