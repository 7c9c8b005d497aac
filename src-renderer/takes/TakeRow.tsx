import { Play, Star, Trash2 } from 'lucide-react';
import type { TakeView } from '#shared/contract/index.ts';
import { openTake } from '../takePlayer/index.ts';
import { IconButton } from '../ui/index.ts';
import { rateTake, trashTake } from './takesStore.ts';
import { words } from './words.ts';

const STARS = [1, 2, 3, 4, 5] as const;

/** One take: what it is called, who is in it, how long and how good it is. */
export function TakeRow({ take }: { readonly take: TakeView }) {
  const { id, name, subjects, durationSeconds, droppedFrames, endReason, rating } = take;
  return (
    <li className="takes-row" aria-label={name}>
      <div className="takes-row-head">
        <h3>{name}</h3>
        <span>{words.duration(durationSeconds)}</span>
        <IconButton label={words.open(name)} icon={<Play />} onClick={() => openTake(id)} />
        <IconButton label={words.trash(name)} icon={<Trash2 />} onClick={() => void trashTake(take)} />
      </div>
      <p className="takes-quiet">
        {subjects.length === 0 ? words.nobody : subjects.join(', ')}
        {droppedFrames > 0 && ` · ${words.dropped(droppedFrames)}`}
        {endReason !== 'stopped' && ` · ${words.ended(endReason)}`}
      </p>
      <fieldset className="takes-stars" aria-label={words.rating(rating)}>
        {STARS.map((star) => (
          <button
            key={star}
            type="button"
            aria-label={words.rate(star)}
            aria-pressed={rating >= star}
            onClick={() => void rateTake(id, rating === star ? 0 : star)}
          >
            <Star />
          </button>
        ))}
      </fieldset>
    </li>
  );
}
