import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import { createServer } from './server/index.ts';
import type { Workspace } from './store/index.ts';

/** A running host. */
export interface Host {
  /** Address of the studio, with the launch's token in the part that browsers never send. */
  readonly url: string;
  close(): Promise<void>;
}

const studioFolder = resolve(import.meta.dirname, '../../out/renderer');

/** Starts the host for an open workspace, on this computer only. `port` 0 takes any free one. */
export async function startHost(workspace: Workspace, port: number): Promise<Host> {
  const token = randomBytes(24).toString('base64url');
  const server = await createServer({ workspace, token, studioFolder });
  const address = await server.listen({ host: '127.0.0.1', port });
  return { url: `${address}/#token=${token}`, close: () => server.close() };
}
