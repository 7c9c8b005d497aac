import { useEffect, useRef } from 'react';
import { ProgressBar } from '../ui/index.ts';
import { onJobProgress, shareOf } from './jobProgress.ts';
import { words } from './words.ts';

/** The cells of a job that is being tracked. They change with every frame, so they are written past React. */
export function RowProgress({ jobId, filename }: { readonly jobId: string; readonly filename: string }) {
  const frames = useRef<HTMLTableCellElement>(null);
  const bar = useRef<HTMLProgressElement>(null);
  useEffect(
    () =>
      onJobProgress(jobId, (progress) => {
        if (frames.current) frames.current.textContent = words.frames(progress.done);
        const share = shareOf(progress);
        if (bar.current && share !== undefined) bar.current.value = share;
      }),
    [jobId],
  );
  return (
    <>
      <td ref={frames} className="batch-frames" />
      <td className="batch-quality">
        <ProgressBar label={words.progressOf(filename)} ref={bar} />
      </td>
    </>
  );
}
