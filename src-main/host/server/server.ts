import { existsSync } from 'node:fs';
import fastifyStatic from '@fastify/static';
import fastify, { type FastifyInstance } from 'fastify';
import type { WorkspaceView } from '#shared/contract/index.ts';
import type { Workspace } from '../store/index.ts';
import { refuseStrangers, requireToken } from './access.ts';

const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

export interface ServerOptions {
  readonly workspace: Workspace;
  readonly token: string;
  /** Folder of the built studio. */
  readonly studioFolder: string;
}

/** The host's HTTP server, not yet listening: the studio's files, and the workspace for whoever has the token. */
export async function createServer({
  workspace,
  token,
  studioFolder,
}: ServerOptions): Promise<FastifyInstance> {
  const server = fastify({ logger: false });
  server.addHook('onRequest', refuseStrangers);
  server.addHook('onSend', async (_request, reply) => {
    reply.header('content-security-policy', CONTENT_SECURITY_POLICY);
    reply.header('x-content-type-options', 'nosniff');
    reply.header('referrer-policy', 'no-referrer');
  });
  server.get('/health', async () => ({ status: 'ok' }));
  server.get('/api/v1/workspace', { onRequest: requireToken(token) }, async (): Promise<WorkspaceView> => {
    const { folder, jobs } = workspace;
    return { folder, counts: jobs.count(), jobs: jobs.list() };
  });
  if (existsSync(studioFolder)) await server.register(fastifyStatic, { root: studioFolder });
  return server;
}
