import { memo } from 'react';
import type { JobStatus, JobView } from '#shared/contract/index.ts';
import { Badge, Meter, type Tone } from '../ui/index.ts';
import { RowProgress } from './RowProgress.tsx';
import { ROW_HEIGHT } from './visibleRows.ts';
import { words } from './words.ts';

const TONES: Readonly<Record<JobStatus, Tone>> = {
  queued: 'neutral',
  processing: 'info',
  done: 'good',
  failed: 'bad',
  missing_file: 'warning',
};

interface JobRowProps {
  readonly id: string;
  /** Nothing while it is on its way. */
  readonly job: JobView | undefined;
  /** Its place in the whole list, from 0 on. */
  readonly index: number;
  readonly isActive: boolean;
  readonly isSelected: boolean;
}

/** One job of the list. */
export const JobRow = memo(function JobRow({ id, job, index, isActive, isSelected }: JobRowProps) {
  return (
    <tr
      id={id}
      className="batch-row"
      data-index={index}
      data-active={isActive || undefined}
      aria-rowindex={index + 1}
      aria-selected={isSelected}
      aria-busy={job === undefined}
      style={{ transform: `translateY(${index * ROW_HEIGHT}px)` }}
    >
      {job ? <JobCells job={job} /> : <td className="batch-skeleton">{words.rowLoading}</td>}
    </tr>
  );
});

function JobCells({ job }: { readonly job: JobView }) {
  return (
    <>
      <td className="batch-word">{job.word}</td>
      <td className="batch-state" title={[job.error, job.errorRemedy].filter(Boolean).join(' ')}>
        <Badge tone={TONES[job.status]}>{words.status[job.status]}</Badge>
      </td>
      <td className="batch-file" title={job.filename}>
        {job.filename}
      </td>
      {job.status === 'processing' ? (
        <RowProgress key={job.id} jobId={job.id} filename={job.filename} />
      ) : (
        <>
          <td className="batch-frames">{job.frames === null ? '' : words.frames(job.frames)}</td>
          <td className="batch-quality">
            {job.qualityScore !== null && (
              <>
                <Meter label={words.quality} value={job.qualityScore} />
                {words.score(job.qualityScore)}
              </>
            )}
          </td>
        </>
      )}
    </>
  );
}
