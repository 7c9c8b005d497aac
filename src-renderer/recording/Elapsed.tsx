import { useEffect, useRef } from 'react';
import type { RecordingView } from '#shared/contract/index.ts';
import { onGlance } from '../ui/index.ts';
import { words } from './words.ts';

/** What is recorded, and how long it has become. */
export function Elapsed({ recording }: { readonly recording: NonNullable<RecordingView['recording']> }) {
  const { startedAt, slate, takeNumber } = recording;
  const elapsed = useRef<HTMLSpanElement>(null);
  useEffect(
    () =>
      onGlance(() => {
        const seconds = Math.max(0, (Date.now() - Date.parse(startedAt)) / 1000);
        if (elapsed.current) elapsed.current.textContent = words.duration(seconds);
      }),
    [startedAt],
  );
  return (
    <p className="recording-elapsed" role="timer" aria-label={words.recording(slate, takeNumber)}>
      <span>{words.recording(slate, takeNumber)}</span>
      <span ref={elapsed} />
    </p>
  );
}
