import { UserRound } from 'lucide-react';
import { faceLines } from './faceLines.ts';
import './thumbnail.css';
import { type ShownThumbnail, useThumbnail } from './thumbnails.ts';

/** What a take shows: its most marked moment, and below how marked it is from its beginning to its end. */
export function Thumbnail({ id }: { readonly id: string }) {
  const thumbnail = useThumbnail(id);
  return (
    <span className="takes-thumbnail" aria-hidden>
      {thumbnail && <Moment thumbnail={thumbnail} />}
      {thumbnail && <Activity activity={thumbnail.activity} />}
    </span>
  );
}

function Moment({ thumbnail: { picture, face } }: { readonly thumbnail: ShownThumbnail }) {
  if (picture !== undefined) return <img src={picture} alt="" draggable={false} />;
  return face ? <Face weights={face} /> : <UserRound />;
}

function Face({ weights }: { readonly weights: readonly number[] }) {
  const { head, brows, eyes, mouth, isMouthOpen } = faceLines(weights);
  return (
    <svg className="takes-face" viewBox="-24 -20 48 40" role="presentation">
      <path className="takes-face-head" d={head} />
      <path d={brows} />
      {eyes.map(({ x, y, openness, pupilX, pupilY }) => (
        <g key={x}>
          <ellipse cx={x} cy={y} rx={2.6} ry={Math.max(0.2, openness)} />
          {openness > 0.8 && <circle className="takes-face-full" cx={pupilX} cy={pupilY} r={1.1} />}
        </g>
      ))}
      <path className={isMouthOpen ? 'takes-face-full' : undefined} d={mouth} />
    </svg>
  );
}

/** Of the strip, in units. */
const STRIP = { height: 10, least: 1 } as const;

function Activity({ activity }: { readonly activity: readonly (number | null)[] }) {
  const bars = activity.flatMap((value, i) => {
    if (value === null) return [];
    const height = Math.max(STRIP.least, value * STRIP.height);
    return [`M${i + 0.5} ${STRIP.height}V${STRIP.height - height}`];
  });
  return (
    <svg
      className="takes-activity"
      viewBox={`0 0 ${Math.max(1, activity.length)} ${STRIP.height}`}
      preserveAspectRatio="none"
      role="presentation"
    >
      <path d={bars.join('')} />
    </svg>
  );
}
