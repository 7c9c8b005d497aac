import { useEffect, useState } from 'react';
import { pathsOf } from './shell.ts';
import { trackPath } from './workspaceStore.ts';

/** Lets files, folders and manifests be dropped anywhere on the window. True while something hovers over it. */
export function useDrop(): boolean {
  const [isHovering, setHovering] = useState(false);
  useEffect(() => {
    const over = (event: DragEvent): void => {
      event.preventDefault();
      setHovering(true);
    };
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setHovering(false);
    };
    const drop = (event: DragEvent): void => {
      event.preventDefault();
      setHovering(false);
      for (const path of pathsOf(event.dataTransfer?.files ?? [])) void trackPath(path);
    };
    window.addEventListener('dragover', over);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', over);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
    };
  }, []);
  return isHovering;
}
