import { AudioLines, Video } from 'lucide-react';
import { memo } from 'react';
import type { TakeView } from '#shared/contract/index.ts';
import { Badge, Meter } from '../ui/index.ts';
import { Rating } from './Rating.tsx';
import { Thumbnail } from './thumbnail/index.ts';
import { words } from './words.ts';

/** One take of the list: what it shows, what it is called, who is in it, how long and how good it is. */
export const TakeCells = memo(function TakeCells({ take }: { readonly take: TakeView | undefined }) {
  if (!take) return <td className="takes-skeleton">{words.rowLoading}</td>;
  const { id, name, subjects, tags, durationSeconds, droppedFrames, endReason, rating, quality } = take;
  const remarks = [
    subjects.length === 0 ? words.nobody : subjects.join(', '),
    ...tags.map((tag) => `#${tag}`),
  ].join(' · ');
  return (
    <>
      <td className="takes-picture">
        <Thumbnail id={id} />
      </td>
      <td className="takes-name" title={name}>
        {name}
      </td>
      <td className="takes-length">
        {take.isEdited && <Badge tone="info">{words.edited}</Badge>}
        {take.hasVideo && <Video aria-label={words.details.video} />}
        {take.hasAudio && <AudioLines aria-label={words.details.audio} />}
        {words.duration(durationSeconds)}
      </td>
      <td className="takes-remarks" title={remarks}>
        {remarks}
      </td>
      <td className="takes-merits">
        <Rating rating={rating} />
        <span className="takes-quality" title={words.quality}>
          <Meter label={words.quality} value={quality} />
          {words.percent(quality)}
        </span>
        {endReason !== 'stopped' ? (
          <span className="takes-warning">{words.ended(endReason)}</span>
        ) : (
          droppedFrames > 0 && <span>{words.dropped(droppedFrames)}</span>
        )}
      </td>
    </>
  );
});
