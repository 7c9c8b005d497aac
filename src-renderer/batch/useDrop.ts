import { useEffect, useState } from 'react';
import { MimesisError } from '#shared/contract/index.ts';
import { pathsOf } from '../link/index.ts';
import { showProblem } from '../ui/index.ts';
import { addAndTrack } from './tracking.ts';
import { words } from './words.ts';

/** Lets files, folders and manifests be dropped anywhere on the window. True while some hover over it. */
export function useDrop(): boolean {
  const [isHovering, setHovering] = useState(false);
  useEffect(() => {
    const over = (event: DragEvent): void => {
      if (!carriesFiles(event)) return;
      // Another room takes what is dropped there.
      setHovering(!event.defaultPrevented);
      event.preventDefault();
    };
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setHovering(false);
    };
    const drop = (event: DragEvent): void => {
      if (!carriesFiles(event)) return;
      setHovering(false);
      // Another room has taken what was dropped.
      if (event.defaultPrevented) return;
      event.preventDefault();
      track(event.dataTransfer?.files ?? []);
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

const carriesFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;

function track(files: Iterable<File>): void {
  const paths = pathsOf(files);
  if (paths.length === 0)
    showProblem(new MimesisError('usage', words.drop.noPath, { remedy: words.drop.noPathRemedy }));
  for (const path of paths) addAndTrack(path).catch(showProblem);
}
