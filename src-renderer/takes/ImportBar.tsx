import { Button, ProgressBar } from '../ui/index.ts';
import { cancelImports, useTakeImports } from './importTakes.ts';
import { words } from './words.ts';

/** How far an import is, and ending it. */
export function ImportBar() {
  const { running, done, total, isCancelled } = useTakeImports();
  if (!running) return null;
  const { name, done: takesDone, takes } = running;
  const [place, count] = total > 1 ? [done, total] : [takesDone, takes];
  const text = isCancelled ? words.import.ending : words.import.running(name, place + 1, count);
  // Of a single take nobody knows how long it takes.
  const share = count > 1 && { value: (done + takesDone / takes) / total };
  return (
    <div className="takes-bar">
      <div className="takes-progress">
        <span role="status">{text}</span>
        <ProgressBar label={words.import.progress} {...share} />
      </div>
      <Button disabled={isCancelled} onClick={cancelImports}>
        {words.import.cancel}
      </Button>
    </div>
  );
}
