import type { CaptureSocket, Destination, ErrorInfo } from '#shared/contract/index.ts';
import { ownNetworks } from '../capture/index.ts';

/**
 * Why nothing may be sent to a place where this studio itself listens: what goes out would come in again, and go out.
 * @param sockets what capture has open
 */
export function ownPortProblem(
  { address, port }: Destination,
  sockets: readonly CaptureSocket[],
): ErrorInfo | null {
  const listens = sockets.some(
    (socket) => socket.problem === null && socket.transport === 'udp' && socket.port === port,
  );
  if (!listens || !isOwn(address)) return null;
  return {
    kind: 'conflict',
    message: `Nothing is sent to ${address}, UDP port ${port}: the studio itself listens there, and would hear itself.`,
    remedy: 'Choose another port here and in the program that shall receive, or do not listen to this port.',
  };
}

const isOwn = (address: string): boolean =>
  address.startsWith('127.') || address === '0.0.0.0' || ownNetworks().some((own) => own.address === address);
