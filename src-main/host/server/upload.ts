import type { FastifyInstance, FastifyReply } from 'fastify';
import { type ErrorKind, MimesisError, toErrorInfo } from '#shared/contract/index.ts';
import { allowWindow, hasToken } from './access.ts';

/** Something that studios send as the body of a POST, since it is too long for the link. */
export interface UploadRoute {
  readonly path: string;
  /**
   * Takes in a body; what comes of it is the answer. May throw a `MimesisError`.
   * @param query as the address has it, unchecked
   * @param announcedBytes 0 where the sender does not say
   */
  receive(query: unknown, chunks: AsyncIterable<Uint8Array>, announcedBytes: number): Promise<object>;
}

/** Statuses of refusals (RFC 9110); any other error is the host's own. */
const STATUSES: Readonly<Partial<Record<ErrorKind, number>>> = {
  usage: 400,
  too_large: 413,
  invalid_avatar: 422,
  disk_full: 507,
};

/** Gives studios with the launch's token a way to send what is streamed to the disk. */
export function receiveUploads(http: FastifyInstance, token: string, { path, receive }: UploadRoute): void {
  // In a scope of its own: everywhere else bodies stay what fastify knows.
  http.register((scope, _options, done) => {
    scope.removeAllContentTypeParsers();
    // The body is left as a stream. Its length is counted while it is written.
    scope.addContentTypeParser('*', (_request, _body, done) => done(null));
    // The window's page asks before it sends.
    scope.options(path, (request, reply) =>
      allowWindow(request, reply)
        .header('access-control-allow-methods', 'POST')
        .header('access-control-allow-headers', 'authorization, content-type')
        .code(204)
        .send(),
    );
    scope.post(path, async (request, reply) => {
      allowWindow(request, reply);
      if (!hasToken(request.headers, token)) {
        return refuse(reply, 401, new MimesisError('usage', 'The token of this launch is missing or wrong.'));
      }
      try {
        // A body that is refused half-way must not take the answer's connection down with it.
        const chunks = request.raw.iterator({ destroyOnReturn: false });
        return await receive(request.query, chunks, Number(request.headers['content-length'] ?? 0));
      } catch (error) {
        return refuse(reply, STATUSES[toErrorInfo(error).kind] ?? 500, error);
      }
    });
    done();
  });
}

/** What of the body has not been read is not wanted any more: the connection ends with the answer. */
function refuse(reply: FastifyReply, status: number, error: unknown): FastifyReply {
  return reply.code(status).header('connection', 'close').send(toErrorInfo(error));
}
