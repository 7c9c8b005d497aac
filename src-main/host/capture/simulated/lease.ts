import { createSocket, type RemoteInfo } from 'node:dgram';
import { decodeTrackingRequest } from '#shared/capture/index.ts';
import type { Clock } from '../clock.ts';

/** Where a phone sends that was asked to. */
interface LeaseTarget {
  readonly address: string;
  readonly port: number;
}

interface LeasedPhone {
  /** Who is sent to now: those whose lease has not run out. */
  targets(): LeaseTarget[];
  close(): void;
}

/** Waits to be asked for frames, as a phone with VTube Studio does. */
export async function openLeasedPhone(port: number, address: string, clock: Clock): Promise<LeasedPhone> {
  const leases = new Map<string, LeaseTarget & { untilSeconds: number }>();
  const socket = createSocket('udp4');
  socket.on('message', (packet, { address: asking }: RemoteInfo) => {
    const request = decodeTrackingRequest(packet);
    for (const each of request?.ports ?? []) {
      const untilSeconds = clock.nowSeconds() + (request?.leaseSeconds ?? 0);
      leases.set(`${asking}:${each}`, { address: asking, port: each, untilSeconds });
    }
  });
  await new Promise<void>((resolve, reject) => {
    socket.once('error', reject);
    socket.bind(port, address, () => resolve());
  });
  return {
    targets: () => [...leases.values()].filter(({ untilSeconds }) => untilSeconds > clock.nowSeconds()),
    close: () => socket.close(),
  };
}
