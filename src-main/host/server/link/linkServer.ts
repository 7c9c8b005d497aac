import { randomUUID } from 'node:crypto';
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import {
  type HostEvent,
  LINK_PROTOCOL,
  MAX_CLIENT_MESSAGE_BYTES,
  TOKEN_PROTOCOL_PREFIX,
} from '#shared/contract/index.ts';
import { isOwnPage, sameText } from '../access.ts';
import { EventLog } from './eventLog.ts';
import { LinkConnection, type LinkHandlers } from './linkConnection.ts';

const LINK_PATH = '/link';

/** The WebSocket side of the host: requests, events and live frames for every studio that is connected. */
export class LinkServer {
  readonly #token: string;
  readonly #handlers: LinkHandlers;
  readonly #log = new EventLog();
  readonly #epoch = randomUUID();
  readonly #connections = new Set<LinkConnection>();
  #welcomed = 0;
  readonly #sockets = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_CLIENT_MESSAGE_BYTES,
    handleProtocols: () => LINK_PROTOCOL,
  });

  constructor(token: string, handlers: LinkHandlers) {
    this.#token = token;
    this.#handlers = handlers;
  }

  /** Takes over the upgrades of an HTTP server. Origin, Host and token are checked before anything is read. */
  attach(server: Server): void {
    server.on('upgrade', (request, socket, head) => {
      const refusal = this.#refusal(request);
      if (refusal !== undefined) refuse(socket, refusal);
      else this.#sockets.handleUpgrade(request, socket, head, (link) => this.#welcome(link));
    });
  }

  publish(event: HostEvent): void {
    const logged = this.#log.add(event);
    for (const connection of this.#connections) connection.event(logged);
  }

  /** @param stream whose frame it is: of each, a studio that reads slowly gets the newest */
  publishFrame(bytes: Uint8Array, stream: number): void {
    for (const connection of this.#connections) connection.frame(bytes, stream);
  }

  close(): void {
    for (const socket of this.#sockets.clients) socket.terminate();
    this.#sockets.close();
  }

  #refusal(request: IncomingMessage): string | undefined {
    const offered = (request.headers['sec-websocket-protocol'] ?? '').split(',').map((each) => each.trim());
    if (!isOwnPage(request.headers)) return '403 Forbidden';
    if (request.url !== LINK_PATH) return '404 Not Found';
    if (!offered.includes(LINK_PROTOCOL)) return '400 Bad Request';
    const token = offered.find((each) => each.startsWith(TOKEN_PROTOCOL_PREFIX)) ?? '';
    return sameText(token, TOKEN_PROTOCOL_PREFIX + this.#token) ? undefined : '401 Unauthorized';
  }

  #welcome(socket: import('ws').WebSocket): void {
    this.#welcomed += 1;
    const connection = new LinkConnection(socket, this.#welcomed, this.#handlers, this.#log, this.#epoch);
    this.#connections.add(connection);
    socket.on('close', () => this.#connections.delete(connection));
  }
}

function refuse(socket: Duplex, status: string): void {
  socket.on('error', () => {
    // The stranger has hung up first.
  });
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
