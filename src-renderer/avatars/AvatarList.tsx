import { ListChecks, Trash2 } from 'lucide-react';
import { useRef, useState } from 'react';
import type { AvatarView } from '#shared/contract/index.ts';
import { usePreferences } from '../presets/index.ts';
import { Badge, IconButton, QuestionDialog, rowBeside } from '../ui/index.ts';
import { chooseAvatar, preferredId, removeAvatar } from './avatarsStore.ts';
import { words } from './words.ts';

interface AvatarListProps {
  readonly avatars: readonly AvatarView[];
  readonly onDetails: (id: string) => void;
}

/** The avatars, of which one is shown. */
export function AvatarList({ avatars, onDetails }: AvatarListProps) {
  const currentId = usePreferences(preferredId);
  const list = useRef<HTMLUListElement>(null);
  const [removing, setRemoving] = useState<AvatarView>();
  return (
    <>
      <ul ref={list} className="avatars-list" aria-label={words.list}>
        {avatars.map((avatar) => (
          <AvatarRow
            key={avatar.id}
            avatar={avatar}
            isCurrent={avatar.id === currentId}
            onDetails={() => onDetails(avatar.id)}
            onRemove={() => setRemoving(avatar)}
          />
        ))}
      </ul>
      {removing && (
        <QuestionDialog
          question={words.remove.question(removing.name)}
          onConfirm={() => void removeAvatar(removing.id)}
          onClose={() => setRemoving(undefined)}
          agreedFocus={() =>
            rowBeside(
              list.current,
              avatars.findIndex(({ id }) => id === removing.id),
            )
          }
        />
      )}
    </>
  );
}

interface AvatarRowProps {
  readonly avatar: AvatarView;
  readonly isCurrent: boolean;
  readonly onDetails: () => void;
  readonly onRemove: () => void;
}

function AvatarRow({ avatar, isCurrent, onDetails, onRemove }: AvatarRowProps) {
  const { id, name, builtIn, profile, bytes } = avatar;
  return (
    <li className="avatars-row" data-current={isCurrent || undefined}>
      <button
        type="button"
        className="avatars-choice"
        aria-label={words.show(name)}
        aria-pressed={isCurrent}
        onClick={() => chooseAvatar(id)}
      >
        <span className="avatars-name">{name}</span>
        <span className="avatars-facts">
          {words.profiles[profile]} · {words.size(bytes)}
          {builtIn && ` · ${words.builtIn}`}
        </span>
      </button>
      {isCurrent && <Badge tone="good">{words.current}</Badge>}
      <IconButton label={words.details(name)} icon={<ListChecks />} onClick={onDetails} />
      {!builtIn && <IconButton label={words.remove.open(name)} icon={<Trash2 />} onClick={onRemove} />}
    </li>
  );
}
