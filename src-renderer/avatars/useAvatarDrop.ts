import { useEffect } from 'react';
import { importAvatars, isAvatarFile } from './importAvatar.ts';

/** Takes avatars dropped anywhere on the window, before whoever takes other files does. */
export function useAvatarDrop(): void {
  useEffect(() => {
    const drop = (event: DragEvent): void => {
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length === 0 || !files.every(isAvatarFile)) return;
      event.preventDefault();
      importAvatars(files);
    };
    window.addEventListener('drop', drop, { capture: true });
    return () => window.removeEventListener('drop', drop, { capture: true });
  }, []);
}
