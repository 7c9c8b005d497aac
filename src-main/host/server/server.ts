import { existsSync } from 'node:fs';
import fastifyStatic from '@fastify/static';
import fastify, { type FastifyInstance } from 'fastify';
import { refuseStrangers } from './access.ts';
import { type AvatarReceiver, receiveAvatars } from './avatarUpload.ts';
import { LinkServer, type RequestHandlers, type UploadHandlers } from './link/index.ts';
import { type MediaShelf, serveMedia } from './media.ts';

const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  // WebAssembly unpacks avatars; no script is made from text.
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  // Pictures inside an avatar's file are given to the page as blobs, which only the page itself can make.
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self' blob:",
  "media-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

export interface ServerOptions {
  readonly token: string;
  /** What the host does for its studios. */
  readonly handlers: RequestHandlers;
  /** What it does with their binary messages. */
  readonly uploads: UploadHandlers;
  /** Folder of the built studio. */
  readonly studioFolder: string;
  /** Videos and tracks that studios may read. */
  readonly shelf: MediaShelf;
  /** Takes in an avatar that a studio sends. */
  readonly receiveAvatar: AvatarReceiver;
}

export interface HostServer {
  readonly http: FastifyInstance;
  readonly link: LinkServer;
}

/** The host's server, not yet listening: the studio's files for this computer, the link for whoever has the token. */
export async function createServer({
  token,
  handlers,
  uploads,
  studioFolder,
  shelf,
  receiveAvatar,
}: ServerOptions): Promise<HostServer> {
  const http = fastify({ logger: false, forceCloseConnections: true });
  http.addHook('onRequest', refuseStrangers);
  http.addHook('onSend', async (_request, reply) => {
    reply.header('content-security-policy', CONTENT_SECURITY_POLICY);
    reply.header('x-content-type-options', 'nosniff');
    reply.header('referrer-policy', 'no-referrer');
  });
  http.get('/health', async () => ({ status: 'ok' }));
  const built = existsSync(studioFolder);
  await http.register(fastifyStatic, built ? { root: studioFolder } : { serve: false });
  serveMedia(http, shelf);
  receiveAvatars(http, token, receiveAvatar);
  const link = new LinkServer(token, { requests: handlers, uploads });
  link.attach(http.server);
  http.addHook('preClose', async () => link.close());
  return { http, link };
}
