import { timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { STUDIO_ORIGIN } from '#shared/bridge/index.ts';

/** Names under which this computer may call itself. Any other Host header is a page that had its DNS rebound. */
const OWN_HOST = /^(127\.0\.0\.1|localhost)(:\d+)?$/;

/** Compares secrets in a time that does not tell how much of them is right. */
export function sameText(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

/** Whether a request is for this computer and, where a page makes it, from the studio's own page. */
export function isOwnPage({ host, origin }: IncomingHttpHeaders): boolean {
  if (host === undefined || !OWN_HOST.test(host)) return false;
  return origin === undefined || origin === `http://${host}` || origin === STUDIO_ORIGIN;
}

/** Whether a request carries the launch's token, as `Authorization: Bearer <token>` (RFC 6750). */
export function hasToken({ authorization = '' }: IncomingHttpHeaders, token: string): boolean {
  return sameText(authorization, `Bearer ${token}`);
}

/** Answers 403 to requests that do not come for this computer, or come from a page of another origin. */
export async function refuseStrangers(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  if (isOwnPage(request.headers)) return;
  await reply.code(403).send({ kind: 'forbidden', message: 'This server answers its own studio only.' });
}

/** Lets the window's page, which is of another origin than this server, read the answer. */
export function allowWindow({ headers }: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (headers.origin !== STUDIO_ORIGIN) return reply;
  return reply.header('access-control-allow-origin', STUDIO_ORIGIN).header('vary', 'origin');
}
