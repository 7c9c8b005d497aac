import { LoaderCircle, Play } from 'lucide-react';
import { IconButton } from '../ui/index.ts';
import { TrackingProgress } from './TrackingProgress.tsx';
import './batchFooter.css';
import { useJobs } from './jobsStore.ts';
import { resumeTracking } from './tracking.ts';
import { words } from './words.ts';

/** Below the list: how far the batch is, or what the workspace holds. */
export function BatchFooter() {
  const counts = useJobs((state) => state.workspace?.counts);
  const isTracking = useJobs((state) => state.isTracking);
  const isAdding = useJobs((state) => state.adding > 0);
  const listFilter = useJobs((state) => state.listFilter);
  const found = useJobs((state) => state.list.total);
  if (isAdding && !isTracking) {
    return (
      <footer className="batch-footer" role="status">
        <LoaderCircle className="batch-turning" />
        {words.add.busy}
      </footer>
    );
  }
  if (!counts) return <footer className="batch-footer" />;
  if (isTracking) return <TrackingProgress />;
  if (listFilter && (listFilter.status !== null || listFilter.search !== '')) {
    return <footer className="batch-footer">{words.idle.found(found)}</footer>;
  }
  const { queued, failed, missing_file: missing } = counts;
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const parts = [
    words.idle.total(total),
    ...(queued > 0 ? [words.idle.waiting(queued)] : []),
    ...(failed > 0 ? [words.idle.failed(failed)] : []),
    ...(missing > 0 ? [words.idle.missing(missing)] : []),
  ];
  return (
    <footer className="batch-footer">
      <span className="batch-footer-text">{parts.join(' · ')}</span>
      {queued + failed + missing > 0 && (
        <IconButton label={words.batch.resume} icon={<Play />} onClick={() => void resumeTracking()} />
      )}
    </footer>
  );
}
