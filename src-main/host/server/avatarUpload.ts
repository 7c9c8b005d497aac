import type { FastifyInstance, FastifyReply } from 'fastify';
import {
  AVATAR_UPLOAD_PATH,
  type ErrorKind,
  MimesisError,
  type OpenedAvatar,
  requireAvatarSize,
  toErrorInfo,
} from '#shared/contract/index.ts';
import { allowWindow, hasToken } from './access.ts';

/** Takes in the bytes of a GLB under a name that the user gave. May throw a `MimesisError`. */
export type AvatarReceiver = (name: string, chunks: AsyncIterable<Uint8Array>) => Promise<OpenedAvatar>;

/** Statuses of refusals (RFC 9110); any other error is the host's own. */
const STATUSES: Readonly<Partial<Record<ErrorKind, number>>> = {
  usage: 400,
  too_large: 413,
  invalid_avatar: 422,
  disk_full: 507,
};

/** Gives studios with the launch's token a way to send avatars: too long for the link, they are streamed to the disk. */
export function receiveAvatars(http: FastifyInstance, token: string, receive: AvatarReceiver): void {
  // In a scope of its own: everywhere else bodies stay what fastify knows.
  http.register((scope, _options, done) => {
    scope.removeAllContentTypeParsers();
    // The body is left as a stream. Its length is counted while it is written.
    scope.addContentTypeParser('*', (_request, _body, done) => done(null));
    // The window's page asks before it sends.
    scope.options(AVATAR_UPLOAD_PATH, (request, reply) =>
      allowWindow(request, reply)
        .header('access-control-allow-methods', 'POST')
        .header('access-control-allow-headers', 'authorization, content-type')
        .code(204)
        .send(),
    );
    scope.post<{ Querystring: { name?: unknown } }>(AVATAR_UPLOAD_PATH, async (request, reply) => {
      allowWindow(request, reply);
      if (!hasToken(request.headers, token)) {
        return refuse(reply, 401, new MimesisError('usage', 'The token of this launch is missing or wrong.'));
      }
      const { name } = request.query;
      try {
        // What announces itself as too long is refused before a byte is read.
        requireAvatarSize(Number(request.headers['content-length'] ?? 0));
        // A body that is refused half-way must not take the answer's connection down with it.
        const chunks = request.raw.iterator({ destroyOnReturn: false });
        return await receive(typeof name === 'string' ? name : '', chunks);
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
