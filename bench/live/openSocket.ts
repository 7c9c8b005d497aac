import { once } from 'node:events';
import { WebSocket } from 'ws';

/** A connection that is open. */
export async function openSocket(url: string, protocols: string[] = []): Promise<WebSocket> {
  const socket = new WebSocket(url, protocols);
  await once(socket, 'open');
  return socket;
}
