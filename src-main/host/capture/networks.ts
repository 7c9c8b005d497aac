import { networkInterfaces } from 'node:os';
import type { CaptureView } from '#shared/contract/index.ts';

/** This computer's IPv4 addresses in its networks, which phones can send to; loopback is none of them. */
export function ownNetworks(): CaptureView['networks'] {
  return Object.entries(networkInterfaces()).flatMap(([name, addresses = []]) =>
    addresses
      .filter(({ family, internal }) => family === 'IPv4' && !internal)
      .map(({ address }) => ({ name, address })),
  );
}
