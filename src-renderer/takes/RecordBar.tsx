import { Circle, Square } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { RecordingView } from '#shared/contract/index.ts';
import { Button } from '../ui/index.ts';
import { nameNext, startRecording, stopRecording, useRecording } from './recordingStore.ts';
import './recordBar.css';
import { words } from './words.ts';

/** Names the next take, and records it; while one is recorded, how long it has become. */
export function RecordBar() {
  const { recording, next, isSwitching } = useRecording();
  if (recording) {
    return (
      <div className="takes-record" data-recording>
        <Elapsed recording={recording} />
        <Button disabled={isSwitching} onClick={() => void stopRecording()}>
          <Square />
          {words.stop}
        </Button>
      </div>
    );
  }
  return (
    <form
      className="takes-record"
      onSubmit={(event) => {
        event.preventDefault();
        void startRecording();
      }}
    >
      <input
        className="takes-slate"
        aria-label={words.slate}
        value={next.slate}
        maxLength={200}
        onChange={(event) => nameNext({ slate: event.target.value })}
      />
      <input
        className="takes-number"
        aria-label={words.takeNumber}
        inputMode="numeric"
        maxLength={5}
        value={next.takeNumber}
        onChange={(event) => nameNext({ takeNumber: Number(event.target.value.replace(/\D/g, '')) })}
      />
      <Button disabled={isSwitching || next.slate.trim() === ''}>
        <Circle />
        {words.record}
      </Button>
    </form>
  );
}

const TICK_MS = 100;

function Elapsed({ recording }: { readonly recording: NonNullable<RecordingView['recording']> }) {
  const { startedAt, slate, takeNumber } = recording;
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  return (
    <p className="takes-elapsed" role="timer" aria-label={words.recording(slate, takeNumber)}>
      <span>{words.recording(slate, takeNumber)}</span>
      <span>{words.duration(Math.max(0, (now - Date.parse(startedAt)) / 1000))}</span>
    </p>
  );
}
