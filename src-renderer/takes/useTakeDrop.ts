import { type DragEvent, useState } from 'react';
import { isWindow, pathsOf } from '../link/index.ts';
import { showProblem } from '../ui/index.ts';
import { importFiles, importPaths } from './importTakes.ts';
import { readDrop } from './readDrop.ts';

/** Lets takes be dropped on an element, before whoever takes other files in the whole window does. */
export function useTakeDrop() {
  const [isHovering, setHovering] = useState(false);
  return {
    isHovering,
    onDragOver: (event: DragEvent): void => {
      if (!event.dataTransfer.types.includes('Files')) return;
      event.preventDefault();
      setHovering(true);
    },
    onDragLeave: (event: DragEvent): void => {
      const { currentTarget, relatedTarget } = event;
      if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) setHovering(false);
    },
    onDrop: (event: DragEvent): void => {
      setHovering(false);
      if (!event.dataTransfer.types.includes('Files')) return;
      event.preventDefault();
      if (isWindow()) importPaths(pathsOf(event.dataTransfer.files));
      else readDrop(event.dataTransfer.items).then(importFiles, showProblem);
    },
  };
}
