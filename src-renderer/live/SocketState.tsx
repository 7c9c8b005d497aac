import type { CaptureSocket } from '#shared/contract/index.ts';
import { problemText } from '../ui/index.ts';
import { words } from './words.ts';

/** Where a socket is open or why it is not, and what came there that could not be read. */
export function SocketState({
  socket: { transport, address, port, problem, foreignPackets, malformedPackets },
}: {
  readonly socket: CaptureSocket;
}) {
  if (problem) return <p className="capture-warning">{problemText(problem)}</p>;
  return (
    <>
      <p className="capture-hint">{words.open(transport, address, port)}</p>
      {foreignPackets > 0 && <p className="capture-warning">{words.foreign(foreignPackets)}</p>}
      {malformedPackets > 0 && <p className="capture-warning">{words.malformed(malformedPackets)}</p>}
    </>
  );
}
