import { useEffect, useState } from 'react';
import type { RecordingView } from '#shared/contract/index.ts';
import { words } from './words.ts';

const TICK_MS = 100;

/** What is recorded, and how long it has become. */
export function Elapsed({ recording }: { readonly recording: NonNullable<RecordingView['recording']> }) {
  const { startedAt, slate, takeNumber } = recording;
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  return (
    <p className="recording-elapsed" role="timer" aria-label={words.recording(slate, takeNumber)}>
      <span>{words.recording(slate, takeNumber)}</span>
      <span>{words.duration(Math.max(0, (now - Date.parse(startedAt)) / 1000))}</span>
    </p>
  );
}
