import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { MimesisError } from '#shared/contract/index.ts';

/**
 * Opens a UDP socket.
 * @param port 0 takes any free one
 * @throws MimesisError `port_in_use` where another program listens at the port, `io` where the system refuses otherwise
 */
export async function openUdpSocket(port: number, address: string): Promise<Socket> {
  const socket = createSocket('udp4');
  try {
    socket.bind(port, address);
    await once(socket, 'listening');
    return socket;
  } catch (cause) {
    socket.close();
    if (cause instanceof Error && 'code' in cause && cause.code === 'EADDRINUSE') {
      throw new MimesisError('port_in_use', `Another program listens for phones at UDP port ${port}.`, {
        remedy: 'Close it (Unreal with Live Link is one), or choose another port here and in the phone.',
        cause,
      });
    }
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new MimesisError('io', `UDP port ${port} cannot be opened: ${reason}.`, { cause });
  }
}
