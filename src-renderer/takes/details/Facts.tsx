import { useEffect, useState } from 'react';
import type { TakeDetails, TakeView } from '#shared/contract/index.ts';
import { ask } from '../../link/index.ts';
import { problemText } from '../../ui/index.ts';
import { words } from '../words.ts';

const moment = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'medium' });

/** What it is, and what is known of it. */
type Fact = readonly [string, string];

/** What was recorded of a take: of each subject, and of the whole. */
export function Facts({ take }: { readonly take: TakeView }) {
  const [details, setDetails] = useState<TakeDetails>();
  const [problem, setProblem] = useState('');
  const { id, trashedAt } = take;
  useEffect(() => {
    let isWanted = true;
    ask('take.details', { id }).then(
      (answer) => isWanted && setDetails(answer),
      (error: unknown) => isWanted && setProblem(problemText(error)),
    );
    return () => {
      isWanted = false;
    };
  }, [id]);
  const facts: Fact[] = [
    [words.details.recorded, moment.format(new Date(take.startedAt))],
    [words.details.length, words.duration(take.durationSeconds)],
    [words.details.size, words.details.bytes(take.bytes)],
    [words.details.media, mediaOf(take)],
    [words.details.ended, endOf(take, details)],
    ...(details ? factsOf(details) : []),
  ];
  if (trashedAt !== null) {
    facts.push([words.trash.open, words.trash.since(moment.format(new Date(trashedAt)))]);
  }
  return (
    <>
      <dl className="takes-facts">
        {facts.map(([label, value], i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: subjects may have the same name, or that of another fact
          <div key={i}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {problem !== '' && <p role="alert">{problem}</p>}
    </>
  );
}

function mediaOf({ hasAudio, hasVideo }: TakeView): string {
  const media = [hasAudio && words.details.audio, hasVideo && words.details.video].filter(Boolean);
  return media.join(', ') || words.details.noMedia;
}

function endOf({ endReason }: TakeView, details: TakeDetails | undefined): string {
  const reason = endReason === 'stopped' ? words.details.inOrder : words.ended(endReason);
  return [reason, details?.endMessage].filter(Boolean).join(' · ');
}

function factsOf({ subjects, markers, origin, damagedBytes }: TakeDetails): Fact[] {
  const { details, protocols } = words;
  const facts: Fact[] = [];
  if (markers > 0) facts.push([details.markers, String(markers)]);
  if (origin) facts.push([details.importedFrom, origin.file]);
  if (origin?.deviceModel) {
    facts.push([details.device, [origin.deviceModel, origin.appVersion].filter(Boolean).join(', ')]);
  }
  if (damagedBytes > 0) facts.push([details.damaged, details.bytes(damagedBytes)]);
  for (const subject of subjects) {
    const texts = [
      details.subject(protocols[subject.protocol] ?? subject.protocol, subject.framesPerSecond),
      details.parts(subject.hasFace, subject.hasBody),
      details.framesOf(subject.frames, subject.droppedFrames),
      details.gaps(subject.gaps, subject.gapSeconds),
    ];
    facts.push([subject.subject, texts.join(' · ')]);
  }
  return facts;
}
