import { useEffect, useState } from 'react';
import type { TakeDetails, TakeView } from '#shared/contract/index.ts';
import { ask } from '../../link/index.ts';
import { problemText } from '../../ui/index.ts';
import { words } from '../words.ts';

const moment = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'medium' });

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
  const facts: [string, string][] = [
    [words.details.recorded, moment.format(new Date(take.startedAt))],
    [words.details.length, words.duration(take.durationSeconds)],
    [words.details.size, words.details.bytes(take.bytes)],
    [words.details.media, mediaOf(take)],
    [words.details.ended, take.endReason === 'stopped' ? words.details.inOrder : words.ended(take.endReason)],
    ...(details ? factsOf(details) : []),
    ...(trashedAt === null
      ? []
      : [[words.trash.open, words.trash.since(moment.format(new Date(trashedAt)))] as [string, string]]),
  ];
  return (
    <dl className="takes-facts">
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
      {problem !== '' && <p role="alert">{problem}</p>}
    </dl>
  );
}

function mediaOf({ hasAudio, hasVideo }: TakeView): string {
  const media = [hasAudio && words.details.audio, hasVideo && words.details.video].filter(Boolean);
  return media.join(', ') || words.details.noMedia;
}

function factsOf({ subjects, markers, endMessage, origin, damagedBytes }: TakeDetails): [string, string][] {
  const { details, protocols } = words;
  return [
    ...(endMessage === '' ? [] : [[details.ended, endMessage] as [string, string]]),
    ...(markers === 0 ? [] : [[details.markers, String(markers)] as [string, string]]),
    ...(origin ? [[details.importedFrom, origin.file] as [string, string]] : []),
    ...(origin?.deviceModel
      ? [
          [details.device, [origin.deviceModel, origin.appVersion].filter(Boolean).join(', ')] as [
            string,
            string,
          ],
        ]
      : []),
    ...(damagedBytes === 0 ? [] : [[details.damaged, details.bytes(damagedBytes)] as [string, string]]),
    ...subjects.map((subject): [string, string] => [
      subject.subject,
      [
        details.subject(protocols[subject.protocol] ?? subject.protocol, subject.framesPerSecond),
        details.parts(subject.hasFace, subject.hasBody),
        details.framesOf(subject.frames, subject.droppedFrames),
        details.gaps(subject.gaps, subject.gapSeconds),
      ].join(' · '),
    ]),
  ];
}
