import { Circle, Square, X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Button, TextField } from '../ui/index.ts';
import { cancelCountdown, countDown, useCountdown } from './countdown.ts';
import { Elapsed } from './Elapsed.tsx';
import { Media } from './Media.tsx';
import { Markers } from './markers/Markers.tsx';
import { stopRecording } from './record.ts';
import './recording.css';
import { nameNext, useRecording } from './recordingStore.ts';
import { useSetup } from './setup/setupStore.ts';
import { Timecodes } from './Timecodes.tsx';
import { words } from './words.ts';

interface RecordBarProps {
  /** The time of the shown subject's newest frame by its own clock, in seconds; undefined where it gives none. */
  readonly deviceSeconds: () => number | undefined;
}

/** Names the next take, counts down and records it; while one is recorded, marks moments in it. */
export function RecordBar({ deviceSeconds }: RecordBarProps) {
  const recording = useRecording((state) => state.recording);
  const chosenRate = useSetup((state) => state.timecodeRate);
  const isCounting = useCountdown((state) => state.left !== null);
  const bar = useKeptFocus(`${recording !== null} ${isCounting}`);
  useEffect(() => cancelCountdown, []);
  return (
    <div ref={bar} className="recording-bar" data-recording={recording !== null || undefined}>
      {recording ? (
        <div className="recording-row">
          <Elapsed recording={recording} />
          <StopButton />
        </div>
      ) : (
        <NextTake isCounting={isCounting} />
      )}
      <Timecodes rate={recording?.timecode.rate ?? chosenRate} deviceSeconds={deviceSeconds} />
      <Media />
      {recording && <Markers key={recording.takeId} recording={recording} />}
    </div>
  );
}

function StopButton() {
  const isSwitching = useRecording((state) => state.isSwitching);
  return (
    <Button disabled={isSwitching} onClick={() => void stopRecording()}>
      <Square />
      {words.stop}
    </Button>
  );
}

function NextTake({ isCounting }: { readonly isCounting: boolean }) {
  const { next, isSwitching } = useRecording();
  return (
    <form
      className="recording-row"
      onSubmit={(event) => {
        event.preventDefault();
        countDown();
      }}
    >
      <TextField
        label={words.slate}
        value={next.slate}
        maxLength={200}
        onChange={(slate) => nameNext({ slate })}
      />
      <TextField
        label={words.takeNumber}
        inputMode="numeric"
        maxLength={5}
        value={String(next.takeNumber)}
        onChange={(text) => nameNext({ takeNumber: Number(text.replace(/\D/g, '')) })}
      />
      {isCounting ? (
        <Button onClick={cancelCountdown}>
          <X />
          {words.cancel}
        </Button>
      ) : (
        <Button disabled={isSwitching || next.slate.trim() === ''}>
          <Circle />
          {words.record}
        </Button>
      )}
    </form>
  );
}

/** Gives the keyboard to the bar's button where what had it is gone: the button that began a take to the one that ends it. */
function useKeptFocus(phase: string) {
  const bar = useRef<HTMLDivElement>(null);
  const had = useRef(false);
  useEffect(() => {
    const note = (): void => {
      had.current = bar.current?.contains(document.activeElement) ?? false;
    };
    document.addEventListener('focusin', note);
    return () => document.removeEventListener('focusin', note);
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: with each phase another button is there
  useEffect(() => {
    if (!had.current || document.activeElement !== document.body) return;
    bar.current?.querySelector<HTMLElement>('.recording-row button')?.focus();
  }, [phase]);
  return bar;
}
