import { Spinner } from '../ui/index.ts';
import { AvatarDialog } from './AvatarDialog.tsx';
import './avatars.css';
import { forgetAdded, useImport } from './importAvatar.ts';
import { useAvatarDrop } from './useAvatarDrop.ts';

/** Takes avatars dropped anywhere on the window, shows what is done with each, and what came of one after another. */
export function AvatarDrops() {
  useAvatarDrop();
  const step = useImport((state) => state.step);
  const added = useImport((state) => state.added[0]);
  return (
    <>
      {step !== undefined && (
        <div className="avatars-step">
          <Spinner label={step} />
        </div>
      )}
      {added && (
        <AvatarDialog key={added.id} id={added.id} lost={added.lost} onClose={() => forgetAdded(added.id)} />
      )}
    </>
  );
}
