import { Redo2, Undo2, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { IconButton, isTyping, Panel } from '../ui/index.ts';
import { ChannelView } from './ChannelView.tsx';
import { type CalibratedSubject, closeCalibration, redo, undo, useCalibration } from './calibrationStore.ts';
import './calibration.css';
import { stopMeasuring } from './measuringStore.ts';
import { RangeView } from './RangeView.tsx';
import { watchRawFace } from './rawFace.ts';
import { words } from './words.ts';

/** How the subject that is calibrated is read; nothing while nobody is. */
export function CalibrationPanel() {
  const subject = useCalibration((state) => state.subject);
  return subject && <Calibration key={subject.id} subject={subject} />;
}

function Calibration({ subject }: { readonly subject: CalibratedSubject }) {
  const body = useRef<HTMLElement>(null);
  const [range, setRange] = useState<'open' | 'closed'>('closed');
  const [said, setSaid] = useState('');
  const canUndo = useCalibration(({ history }) => history.past.length > 0);
  const canRedo = useCalibration(({ history }) => history.future.length > 0);
  useEffect(() => watchRawFace(subject.id), [subject.id]);
  useEffect(() => stopMeasuring, []);
  useKeyboardHere(body);
  return (
    <Panel
      title={words.title(subject.subject)}
      actions={
        <>
          <IconButton
            label={words.undo}
            icon={<Undo2 />}
            shortcut="Control+Z"
            disabled={!canUndo}
            onClick={undo}
          />
          <IconButton
            label={words.redo}
            icon={<Redo2 />}
            shortcut="Control+Shift+Z"
            disabled={!canRedo}
            onClick={redo}
          />
          <IconButton label={words.close} icon={<X />} onClick={closeCalibration} />
        </>
      }
    >
      <section
        ref={body}
        className="calibration"
        aria-label={words.settings}
        tabIndex={-1}
        onKeyDown={keepKey}
      >
        {range === 'open' ? (
          <RangeView
            subjectId={subject.id}
            onEnd={(result) => {
              setSaid(result);
              setRange('closed');
            }}
          />
        ) : (
          <ChannelView
            subjectId={subject.id}
            said={said}
            onSay={setSaid}
            onRange={() => {
              stopMeasuring();
              setRange('open');
            }}
          />
        )}
      </section>
    </Panel>
  );
}

const KEYS_OF_THE_WINDOW: ReadonlySet<string> = new Set(['F6', '?']);

/** The player, whose video is out of sight, is not to be played by keys that are pressed here. */
function keepKey(event: React.KeyboardEvent): void {
  if (!KEYS_OF_THE_WINDOW.has(event.key)) event.stopPropagation();
}

/** The keyboard goes back as the panel closes to what had it before; while it is here, undo is the panel's. */
function useKeyboardHere(body: React.RefObject<HTMLElement | null>): void {
  const [before] = useState(() => document.activeElement);
  useEffect(() => {
    const panel = body.current?.closest<HTMLElement>('.ui-panel');
    const press = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== 'z') return;
      if (isTyping(event)) return;
      event.preventDefault();
      // The face has an undo of its own.
      event.stopPropagation();
      if (event.shiftKey) redo();
      else undo();
    };
    panel?.addEventListener('keydown', press);
    return () => {
      panel?.removeEventListener('keydown', press);
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, [body, before]);
}
