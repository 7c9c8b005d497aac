import { X } from 'lucide-react';
import { useId, useState } from 'react';
import type { TakeView } from '#shared/contract/index.ts';
import { TextField } from '../../ui/index.ts';
import { changeTake } from '../takeActions.ts';
import { useTakes } from '../takesStore.ts';
import { words } from '../words.ts';

const MAX_TAG = 50;

/** The tags of a take: taken away, and added by Enter, with those of other takes to choose from. */
export function Tags({ take: { id, tags } }: { readonly take: TakeView }) {
  const known = useTakes((state) => state.tags);
  const [text, setText] = useState('');
  const listId = useId();
  const add = (): void => {
    const tag = text.trim().normalize('NFC');
    setText('');
    if (tag !== '' && !tags.includes(tag)) void changeTake(id, { tags: [...tags, tag] });
  };
  return (
    <div className="takes-tags">
      {tags.map((tag) => (
        <span key={tag} className="takes-tag">
          {tag}
          <button
            type="button"
            aria-label={words.details.removeTag(tag)}
            onClick={() => void changeTake(id, { tags: tags.filter((each) => each !== tag) })}
          >
            <X />
          </button>
        </span>
      ))}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <TextField
          label={words.details.addTag}
          placeholder={words.details.addTag}
          value={text}
          maxLength={MAX_TAG}
          list={listId}
          onBlur={add}
          onChange={setText}
        />
        <datalist id={listId}>
          {known
            .filter(({ tag }) => !tags.includes(tag))
            .map(({ tag }) => (
              <option key={tag} value={tag} />
            ))}
        </datalist>
      </form>
    </div>
  );
}
