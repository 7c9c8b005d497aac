import { useEffect, useRef } from 'react';
import { CAPTURE_CHANNELS } from '#shared/capture/index.ts';
import type { SubjectView } from '#shared/contract/index.ts';
import { faceOf } from './liveFaces.ts';
import { words } from './words.ts';
import { armCapture, useWorkspace } from './workspaceStore.ts';

/** Arms capture and shows who sends. */
export function CapturePanel() {
  const capture = useWorkspace((state) => state.capture);
  if (!capture) return null;
  const { socket, subjects } = capture;
  return (
    <section aria-labelledby="capture-title" className="capture">
      <h2 id="capture-title">{words.capture.title}</h2>
      <button type="button" aria-pressed={socket !== null} onClick={() => void armCapture(socket === null)}>
        {socket ? words.capture.disarm : words.capture.arm}
      </button>
      <p className="quiet">
        {socket ? words.capture.listening(socket.address, socket.port) : words.capture.closed}
      </p>
      {socket && subjects.length === 0 && <p>{words.capture.nobody}</p>}
      {subjects.map((subject) => (
        <Subject key={`${subject.deviceId} ${subject.subject}`} subject={subject} />
      ))}
    </section>
  );
}

function Subject({ subject }: { subject: SubjectView }) {
  return (
    <article className="subject" aria-label={subject.subject}>
      <h3>{subject.subject}</h3>
      <p className={`status ${subject.status}`}>{words.capture.status[subject.status]}</p>
      <p className="quiet">{words.capture.rate(subject.packetsPerSecond, subject.address)}</p>
      {subject.status === 'face' && <Meters subject={subject.subject} />}
    </article>
  );
}

/** Channels that show at a glance that a face is alive. */
const SHOWN = [
  'jawOpen',
  'mouthSmileLeft',
  'mouthSmileRight',
  'eyeBlinkLeft',
  'eyeBlinkRight',
  'browInnerUp',
] as const;
const SHOWN_INDICES = SHOWN.map((name) => CAPTURE_CHANNELS.indexOf(name));

function Meters({ subject }: { subject: string }) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let request = 0;
    const draw = (): void => {
      const channels = faceOf(subject);
      const meters = list.current?.querySelectorAll('meter') ?? [];
      for (const [i, meter] of meters.entries()) meter.value = channels?.[SHOWN_INDICES[i] ?? -1] ?? 0;
      request = requestAnimationFrame(draw);
    };
    draw();
    return () => cancelAnimationFrame(request);
  }, [subject]);
  return (
    <div ref={list} className="meters">
      {SHOWN.map((name) => (
        <label key={name}>
          {name}
          <meter min={0} max={1} />
        </label>
      ))}
    </div>
  );
}
