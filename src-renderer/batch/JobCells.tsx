import { memo } from 'react';
import type { JobStatus, JobView } from '#shared/contract/index.ts';
import { Badge, Meter, type Tone } from '../ui/index.ts';
import { RowProgress } from './RowProgress.tsx';
import { words } from './words.ts';

const TONES: Readonly<Record<JobStatus, Tone>> = {
  queued: 'neutral',
  processing: 'info',
  done: 'good',
  failed: 'bad',
  missing_file: 'warning',
};

/** One job of the list; nothing while it is on its way. */
export const JobCells = memo(function JobCells({ job }: { readonly job: JobView | undefined }) {
  if (!job) return <td className="batch-skeleton">{words.rowLoading}</td>;
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
});
