import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { onTestFinished } from 'vitest';

/** A real socket, as a phone has, that sends to a port of this computer. Closed when the test ends. */
export async function openPhone(port: number) {
  const socket = createSocket('udp4');
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  onTestFinished(() => void socket.close());
  return {
    socket,
    send: (packet: Uint8Array) => new Promise((sent) => socket.send(packet, port, '127.0.0.1', sent)),
  };
}
