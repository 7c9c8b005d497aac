import { Eye } from 'lucide-react';
import type { SubjectView } from '#shared/contract/index.ts';
import { CalibrateButton } from '../calibration/index.ts';
import { ArmButton } from '../recording/index.ts';
import { Badge, IconButton, type Tone } from '../ui/index.ts';
import { showSubject, useCapture } from './captureStore.ts';
import { FaceMeters } from './FaceMeters.tsx';
import { words } from './words.ts';

const TONES: Readonly<Record<SubjectView['status'], Tone>> = {
  face: 'good',
  body: 'good',
  no_face: 'warning',
  lost: 'neutral',
};

/** A phone, or an actor's name on a phone. */
export function Subject({ subject }: { readonly subject: SubjectView }) {
  const isShown = useCapture((state) => state.shown.id === subject.id);
  return (
    <article className="live-subject" aria-label={subject.subject}>
      <header className="live-subject-header">
        <h3 className="live-subject-name">{subject.subject}</h3>
        <Badge tone={TONES[subject.status]}>{words.status[subject.status]}</Badge>
        <CalibrateButton subject={subject} onOpen={() => showSubject(subject.id)} />
        <ArmButton subject={subject} />
        <IconButton
          label={words.show(subject.subject)}
          icon={<Eye />}
          pressed={isShown}
          onClick={() => showSubject(isShown ? undefined : subject.id)}
        />
      </header>
      <Numbers subject={subject} />
      <FaceMeters subjectId={subject.id} />
    </article>
  );
}

function Numbers({ subject: { id, protocol, address } }: { readonly subject: SubjectView }) {
  const numbers = useCapture((state) => state.numbers.get(id));
  if (!numbers) return null;
  const { packetsPerSecond, loss, jitterSeconds, clockOffsetSeconds } = numbers;
  return (
    <>
      <p className="live-rate">
        <span>{words.rate(packetsPerSecond, protocol === 'webcam' ? 'pictures' : 'packets')}</span>
        <span>{words.from(words.protocols[protocol], address)}</span>
      </p>
      {jitterSeconds !== null && (
        <p className="live-rate">
          {loss !== null && <span title={words.lossHint}>{words.loss(loss)}</span>}
          <span title={words.jitterHint}>{words.jitter(jitterSeconds)}</span>
          {clockOffsetSeconds !== null && (
            <span title={words.clockHint}>{words.clock(clockOffsetSeconds)}</span>
          )}
        </p>
      )}
    </>
  );
}
