import { Square } from 'lucide-react';
import { useEffect, useState } from 'react';
import { IconButton, ProgressBar } from '../ui/index.ts';
import { BatchMeter, type BatchProgress } from './batchProgress.ts';
import { underway } from './jobProgress.ts';
import { useJobs } from './jobsStore.ts';
import { stopTracking } from './tracking.ts';
import { words } from './words.ts';

const LOOK_MS = 1000;

/** How far the running batch is, how fast it goes, and a button to stop it. */
export function TrackingProgress() {
  const progress = useBatchProgress();
  const [isStopping, setStopping] = useState(false);
  const stop = async (): Promise<void> => {
    setStopping(true);
    await stopTracking();
    setStopping(false);
  };
  if (!progress) return <footer className="batch-footer" />;
  return (
    <footer className="batch-footer">
      <div className="batch-footer-bar">
        <ProgressBar
          label={words.batch.title}
          value={progress.total > 0 ? progress.done / progress.total : 0}
        />
      </div>
      <span className="batch-footer-text">{isStopping ? words.batch.stopping : textOf(progress)}</span>
      <IconButton
        label={words.batch.stop}
        icon={<Square />}
        disabled={isStopping}
        onClick={() => void stop()}
      />
    </footer>
  );
}

function textOf({ done, total, perSecond, secondsLeft }: BatchProgress): string {
  const of = words.batch.of(Math.floor(done), total);
  if (perSecond === undefined || secondsLeft === undefined) return `${of} · ${words.batch.estimating}`;
  return `${of} · ${words.batch.rate(perSecond * 60)} · ${words.batch.left(secondsLeft)}`;
}

/** Looks at the batch once a second. */
function useBatchProgress(): BatchProgress | undefined {
  const [meter] = useState(() => new BatchMeter());
  const [progress, setProgress] = useState<BatchProgress>();
  useEffect(() => {
    const look = (): void => {
      const counts = useJobs.getState().workspace?.counts;
      if (counts) setProgress(meter.read(counts, underway(), performance.now() / 1000));
    };
    look();
    const timer = setInterval(look, LOOK_MS);
    return () => clearInterval(timer);
  }, [meter]);
  return progress;
}
