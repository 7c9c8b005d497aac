import { useCallback } from 'react';
import type { RecordingView } from '#shared/contract/index.ts';
import { LiveText } from '../ui/index.ts';
import { words } from './words.ts';

/** As long as an hour and more is, in characters. */
const LENGTH = 7;

/** What is recorded, and how long it has become. */
export function Elapsed({ recording }: { readonly recording: NonNullable<RecordingView['recording']> }) {
  const { startedAt, slate, takeNumber } = recording;
  const read = useCallback(
    () => words.duration(Math.max(0, (Date.now() - Date.parse(startedAt)) / 1000)),
    [startedAt],
  );
  return (
    <p className="recording-elapsed" role="timer" aria-label={words.recording(slate, takeNumber)}>
      <span>{words.recording(slate, takeNumber)}</span>
      <LiveText read={read} length={LENGTH} />
    </p>
  );
}
