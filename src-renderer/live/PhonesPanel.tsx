import { Smartphone, SmartphoneNfc } from 'lucide-react';
import type { CaptureView } from '#shared/contract/index.ts';
import { Button, EmptyState, Panel, Spinner } from '../ui/index.ts';
import { armCapture, useCapture } from './captureStore.ts';
import './live.css';
import { Subject } from './Subject.tsx';
import { words } from './words.ts';

/** Arms capture, says which socket is open, and shows who sends. */
export function PhonesPanel() {
  const capture = useCapture((state) => state.capture);
  const isSwitching = useCapture((state) => state.isSwitching);
  const isArmed = capture !== undefined && capture.socket !== null;
  return (
    <Panel
      title={words.title}
      actions={
        <>
          {isArmed && <span className="live-sign">{words.live}</span>}
          <Button disabled={!capture || isSwitching} onClick={() => void armCapture(!isArmed)}>
            {isArmed ? words.disarm : words.arm}
          </Button>
        </>
      }
    >
      {capture ? <Phones capture={capture} /> : <Spinner label={words.title} />}
    </Panel>
  );
}

function Phones({ capture: { socket, subjects, rejectedPackets } }: { readonly capture: CaptureView }) {
  if (!socket) return <EmptyState icon={<Smartphone />} title={words.closed} hint={words.closedHint} />;
  return (
    <>
      <p className="live-socket">{words.listening(socket.address, socket.port)}</p>
      {subjects.map((subject) => (
        <Subject key={subject.id} subject={subject} />
      ))}
      {subjects.length === 0 && (
        <EmptyState
          icon={<SmartphoneNfc />}
          title={words.nobody}
          hint={words.nobodyHint(socket.address, socket.port)}
        />
      )}
      {rejectedPackets > 0 && <p className="live-rejected">{words.rejected(rejectedPackets)}</p>}
    </>
  );
}
