import type { JobView } from '#shared/contract/index.ts';
import { words } from './words.ts';
import type { JobProgress } from './workspaceStore.ts';

interface JobTableProps {
  readonly jobs: readonly JobView[];
  readonly progress: Readonly<Record<string, JobProgress>>;
}

export function JobTable({ jobs, progress }: JobTableProps) {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{words.columns.word}</th>
          <th scope="col">{words.columns.file}</th>
          <th scope="col">{words.columns.state}</th>
          <th scope="col" className="number">
            {words.columns.frames}
          </th>
          <th scope="col" className="number">
            {words.columns.quality}
          </th>
        </tr>
      </thead>
      <tbody>
        {jobs.map((job) => (
          <JobRow key={job.id} job={job} progress={progress[job.id]} />
        ))}
      </tbody>
    </table>
  );
}

function JobRow({ job, progress }: { job: JobView; progress: JobProgress | undefined }) {
  const isTracking = job.status === 'processing' && progress !== undefined;
  return (
    <tr>
      <th scope="row">{job.word}</th>
      <td>{job.filename}</td>
      <td>
        <span className={`status ${job.status}`}>{words.status[job.status]}</span>
        {isTracking && progress.announced !== null && (
          <progress
            value={progress.done}
            max={progress.announced}
            aria-label={words.progressOf(job.filename)}
          />
        )}
        {job.error !== null && (
          <p className="reason">{[job.error, job.errorRemedy].filter(Boolean).join(' ')}</p>
        )}
      </td>
      <td className="number">{isTracking ? progress.done : (job.frames ?? '')}</td>
      <td className="number">{job.qualityScore?.toFixed(2) ?? ''}</td>
    </tr>
  );
}
