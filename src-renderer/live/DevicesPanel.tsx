import { Smartphone } from 'lucide-react';
import { RecordBar } from '../recording/index.ts';
import { Button, EmptyState, Panel, problemText, Spinner } from '../ui/index.ts';
import { armCapture, type KnownCapture, useCapture } from './captureStore.ts';
import { hintsFor, strangeHints } from './hints.ts';
import './live.css';
import { frameOf } from './liveFrames.ts';
import { Remote } from './Remote.tsx';
import { Subject } from './Subject.tsx';
import { words } from './words.ts';

/** Arms capture, and shows who sends or what to look at where nobody does. */
export function DevicesPanel() {
  const capture = useCapture((state) => state.capture);
  const isSwitching = useCapture((state) => state.isSwitching);
  const isArmed = capture?.isArmed ?? false;
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
      {capture ? <Devices capture={capture} /> : <Spinner label={words.title} />}
    </Panel>
  );
}

function Devices({ capture }: { readonly capture: KnownCapture }) {
  const { isArmed, sockets, subjects, remotes, metaHuman } = capture;
  if (!isArmed) return <EmptyState icon={<Smartphone />} title={words.closed} hint={words.closedHint} />;
  return (
    <>
      <RecordBar deviceSeconds={shownDeviceSeconds} />
      <p className="live-listening">
        {words.listening(sockets.filter(({ problem, transport }) => problem === null && transport === 'udp'))}
        {sockets.map(
          ({ protocol, transport, problem }) =>
            problem && (
              <span key={`${protocol} ${transport}`} className="live-warning">
                {words.protocols[protocol]}: {problemText(problem)}
              </span>
            ),
        )}
        {metaHuman.map(
          ({ address, port, problem }) =>
            problem && (
              <span key={`${address}:${port}`} className="live-warning">
                {words.metaHuman.setup}: {problemText(problem)}
              </span>
            ),
        )}
      </p>
      {subjects.map((subject) => (
        <Subject key={subject.id} subject={subject} />
      ))}
      {remotes.map((remote) => (
        <Remote key={`${remote.address}:${remote.port}`} remote={remote} />
      ))}
      {subjects.length > 0 &&
        strangeHints(sockets).map((hint) => (
          <p key={hint} className="live-nobody live-warning">
            {hint}
          </p>
        ))}
      {subjects.length === 0 && (
        <div className="live-nobody">
          <h3>{words.nobody}</h3>
          <ol>
            {hintsFor(capture).map((hint) => (
              <li key={hint}>{hint}</li>
            ))}
          </ol>
        </div>
      )}
    </>
  );
}

/** The time of the newest frame of whom the avatar shows, by the sender's clock; undefined where it gives none. */
function shownDeviceSeconds(): number | undefined {
  const { id } = useCapture.getState().shown;
  const frame = id === undefined ? undefined : frameOf(id);
  return frame?.isTimed ? frame.timeSeconds : undefined;
}
