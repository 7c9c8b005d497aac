import { randomBytes } from 'node:crypto';
import { basename, dirname } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { allowWindow } from './access.ts';

const TICKET_BYTES = 18;

/**
 * Files that studios may read, each behind a path that cannot be guessed: a page's video element can send no token.
 * A path is good until the host ends.
 */
export class MediaShelf {
  readonly #pathByFile = new Map<string, string>();
  readonly #fileByTicket = new Map<string, string>();

  /** The path under which the server gives out a file from now on; the same for the same file. */
  offer(file: string): string {
    const known = this.#pathByFile.get(file);
    if (known !== undefined) return known;
    const ticket = randomBytes(TICKET_BYTES).toString('base64url');
    const path = `/media/${ticket}`;
    this.#pathByFile.set(file, path);
    this.#fileByTicket.set(ticket, file);
    return path;
  }

  fileOf(ticket: string): string | undefined {
    return this.#fileByTicket.get(ticket);
  }
}

/** Serves what lies on the shelf, whole or in ranges, as it is. Needs @fastify/static's `sendFile`. */
export function serveMedia(http: FastifyInstance, shelf: MediaShelf): void {
  http.get<{ Params: { ticket: string } }>('/media/:ticket', (request, reply) => {
    const file = shelf.fileOf(request.params.ticket);
    if (file === undefined) {
      return reply.code(404).send({ kind: 'missing_file', message: 'There is no such file.' });
    }
    return allowWindow(request, reply).sendFile(basename(file), dirname(file), { cacheControl: false });
  });
}
