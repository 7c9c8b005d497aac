import type { AskedPhone, NetworkProtocol } from '#shared/contract/index.ts';
import type { Listener } from './listener.ts';
import { REQUESTS, STOPS } from './protocols.ts';

/**
 * Asks phones for their frames, from the sockets at which the frames are expected. A lease is renewed whatever comes; of
 * other phones only those are asked that are silent, so that one that was gone comes back by itself.
 * @param isHeard whether a sender at that address is heard now
 */
export function askPhones(
  phones: readonly AskedPhone[],
  listeners: ReadonlyMap<NetworkProtocol, Listener>,
  isHeard: (protocol: NetworkProtocol, address: string) => boolean,
): void {
  for (const { protocol, address, port, transport } of phones) {
    const listener = listeners.get(protocol);
    const { phonePort, times, isLease, packet } = REQUESTS[protocol][transport];
    if (!listener || (!isLease && isHeard(protocol, address))) continue;
    for (let i = 0; i < times; i++) {
      void listener.send(packet(listener.port), port ?? phonePort, address);
    }
  }
}

/** Tells phones that would send for ever to stop. Resolves once they have been told. */
export async function stopPhones(
  phones: readonly AskedPhone[],
  listeners: ReadonlyMap<NetworkProtocol, Listener>,
): Promise<void> {
  const sends = phones.flatMap(({ protocol, address, port }) => {
    const stop = STOPS[protocol];
    const listener = listeners.get(protocol);
    if (!stop || !listener) return [];
    return Array.from({ length: stop.times }, () =>
      listener.send(stop.packet(listener.port), port ?? stop.phonePort, address),
    );
  });
  await Promise.all(sends);
}
