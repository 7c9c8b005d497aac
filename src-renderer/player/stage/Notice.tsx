import { FileX2, Film, TriangleAlert } from 'lucide-react';
import type { ErrorInfo } from '#shared/contract/index.ts';
import { EmptyState, ProgressBar, Spinner } from '../../ui/index.ts';
import { openTrack, usePlayer } from '../playerStore.ts';
import { words } from '../words.ts';

/** What is to be said over the picture, or in its place: that nothing is open, is on its way, or cannot be shown. */
export function Notice() {
  const { clip, error, jobId, picture, track } = usePlayer();
  const { stage } = words;
  if (jobId === undefined) return <EmptyState {...stage.nothing} icon={<Film />} />;
  if (error && !clip) return <Fault title={stage.notOpened} error={error} />;
  if (!clip) {
    return (
      <div className="player-opening">
        <Spinner label={stage.opening} />
      </div>
    );
  }
  const hasFigure = openTrack({ track }) !== undefined;
  if (picture.state === 'preparing') return <Working label={stage.preparing} done={picture.done} />;
  if (picture.state === 'failed') {
    return hasFigure ? (
      <Line lines={[picture.error.message, stage.figureOnly]} />
    ) : (
      <Fault title={stage.notPlayable} error={picture.error} />
    );
  }
  if (track.state === 'reading') return <Working label={stage.reading} done={track.done} />;
  if (track.state === 'failed') return <Line lines={[track.error.message, track.error.remedy]} />;
  if (picture.state === 'none') {
    if (hasFigure) return <Line lines={[stage.figureOnly]} />;
    const hint = clip.job.error ?? stage.noVideoHint;
    return (
      <EmptyState title={stage.noVideo} hint={`${hint} ${clip.job.errorRemedy ?? ''}`} icon={<FileX2 />} />
    );
  }
  return hasFigure ? null : <Line lines={[stage.notTracked[clip.job.status]]} />;
}

function Fault({ title, error: { message, remedy } }: { readonly title: string; readonly error: ErrorInfo }) {
  return <EmptyState title={title} hint={<Lines lines={[message, remedy]} />} icon={<TriangleAlert />} />;
}

/** Sentences, each on a line of its own. */
function Lines({ lines }: { readonly lines: readonly (string | null | undefined)[] }) {
  return lines.map(
    (line) =>
      typeof line === 'string' && (
        <span key={line} className="player-sentence">
          {line}
        </span>
      ),
  );
}

function Working({ label, done }: { readonly label: string; readonly done: number }) {
  return (
    <div className="player-line" role="status">
      {label}
      <ProgressBar label={label} value={done} />
    </div>
  );
}

function Line({ lines }: { readonly lines: readonly (string | undefined)[] }) {
  return (
    <p className="player-line" role="status">
      <Lines lines={lines} />
    </p>
  );
}
