import type { JobView } from '#shared/contract/index.ts';
import { words } from './words.ts';

export function JobTable({ jobs }: { jobs: readonly JobView[] }) {
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
          <tr key={job.id}>
            <th scope="row">{job.word}</th>
            <td>{job.filename}</td>
            <td>
              <span className={`status ${job.status}`}>{words.status[job.status]}</span>
              {job.error !== null && (
                <p className="reason">{[job.error, job.errorRemedy].filter(Boolean).join(' ')}</p>
              )}
            </td>
            <td className="number">{job.frames ?? ''}</td>
            <td className="number">{job.qualityScore?.toFixed(2) ?? ''}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
