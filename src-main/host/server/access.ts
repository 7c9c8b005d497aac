import { timingSafeEqual } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Names under which this computer may call itself. Any other Host header is a page that had its DNS rebound. */
const OWN_HOSTS = new Set(['127.0.0.1', 'localhost']);

function sameText(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

/** Answers 403 to requests that do not come for this computer, or come from a page of another origin. */
export async function refuseStrangers(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const { origin } = request.headers;
  const foreign = origin !== undefined && origin !== `http://${request.headers.host}`;
  if (foreign || !OWN_HOSTS.has(request.hostname)) {
    await reply.code(403).send({ kind: 'forbidden', message: 'This server answers its own studio only.' });
  }
}

/** A hook that answers 401 unless the request carries the launch's token as a bearer token. */
export function requireToken(token: string) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    if (sameText(request.headers.authorization ?? '', `Bearer ${token}`)) return;
    await reply.code(401).send({ kind: 'unauthorized', message: 'The token is missing or wrong.' });
  };
}
