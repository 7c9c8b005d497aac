import { Plus, UserRound } from 'lucide-react';
import { useRef, useState } from 'react';
import { Button, EmptyState, IconButton, Panel, problemText, Spinner } from '../ui/index.ts';
import { AvatarDialog } from './AvatarDialog.tsx';
import { AvatarList } from './AvatarList.tsx';
import './avatars.css';
import { refreshAvatars, useAvatars } from './avatarsStore.ts';
import { AVATAR_ENDINGS, importAvatars, useImport } from './importAvatar.ts';
import { words } from './words.ts';

/** The user's avatars: which one is shown, and adding, looking into and removing them. */
export function AvatarsPanel() {
  const step = useImport((state) => state.step);
  const [detailsId, setDetailsId] = useState<string>();
  return (
    <Panel title={words.title} actions={<AddButton disabled={step !== undefined} />}>
      <Avatars onDetails={setDetailsId} />
      {detailsId !== undefined && <AvatarDialog id={detailsId} onClose={() => setDetailsId(undefined)} />}
    </Panel>
  );
}

function Avatars({ onDetails }: { readonly onDetails: (id: string) => void }) {
  const avatars = useAvatars((state) => state.avatars);
  const failure = useAvatars((state) => state.failure);
  if (failure !== undefined) {
    const again = <Button onClick={() => void refreshAvatars()}>{words.unreadable.again}</Button>;
    return <EmptyState title={words.unreadable.title} hint={problemText(failure)} action={again} />;
  }
  if (!avatars) return <Spinner label={words.loading} />;
  if (avatars.length === 0) {
    return <EmptyState icon={<UserRound />} title={words.empty.title} hint={words.empty.hint} />;
  }
  return <AvatarList avatars={avatars} onDetails={onDetails} />;
}

function AddButton({ disabled }: { readonly disabled: boolean }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <IconButton
        label={words.add}
        icon={<Plus />}
        disabled={disabled}
        onClick={() => input.current?.click()}
      />
      <input
        ref={input}
        type="file"
        hidden
        multiple
        aria-label={words.add}
        accept={AVATAR_ENDINGS.join(',')}
        onChange={({ target }) => {
          const files = [...(target.files ?? [])];
          // The same file may be chosen again.
          target.value = '';
          importAvatars(files);
        }}
      />
    </>
  );
}
