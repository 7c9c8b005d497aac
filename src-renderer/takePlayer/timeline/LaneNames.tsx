import type { RecordedTake } from '#shared/formats/index.ts';
import { words } from '../words.ts';
import type { Lane, Lanes } from './lanes.ts';

/** What the lanes are, beside them. */
export function LaneNames({ take, lanes }: { readonly take: RecordedTake; readonly lanes: Lanes }) {
  return (
    <ul className="take-lane-names" aria-label={summaryOf(take)}>
      <Name lane={lanes.markers} name={words.timeline.markers} />
      {take.subjects.map(({ description: { number, subject } }, i) => (
        <Name key={number} lane={lanes.gaps[i]} name={words.timeline.gaps(subject)} />
      ))}
      <Name lane={lanes.sound} name={words.timeline.sound} />
    </ul>
  );
}

function Name({ lane, name }: { readonly lane: Lane | undefined; readonly name: string }) {
  if (!lane) return null;
  return (
    <li style={{ top: lane.top, height: lane.height }} title={name}>
      {name}
    </li>
  );
}

function summaryOf({ markers, media, subjects }: RecordedTake): string {
  const gaps = subjects.flatMap((subject) => subject.gaps);
  const seconds = gaps.reduce((sum, { fromSeconds, toSeconds }) => sum + toSeconds - fromSeconds, 0);
  const hasSound = media.some(({ description }) => description.kind === 'audio');
  return words.timeline.summary(markers.length, gaps.length, seconds, hasSound);
}
