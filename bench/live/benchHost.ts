import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { freeUdpPort } from '../../scripts/testing/freeUdpPort.ts';
import { cli } from '../shell/workspace.ts';
import { Inspector } from './inspector.ts';
import { LinkedStudio } from './linkedStudio.ts';

/** A host without a window, in a process of its own, and a studio that is linked to it. */
export interface BenchHost {
  readonly studio: LinkedStudio;
  /** Looks into the host's process. */
  readonly inspector: Inspector;
  /** At which Live Link Face is heard. */
  readonly port: number;
  readonly process: ChildProcess;
  close(): Promise<void>;
}

/** Starts a host, and arms capture. */
export async function startBenchHost(workspace: string): Promise<BenchHost> {
  const port = await freeUdpPort();
  const host = spawn(process.execPath, ['--inspect=127.0.0.1:0', cli, 'serve', '--workspace', workspace], {
    env: { ...process.env, MIMESIS_CAPTURE_ADDRESS: '127.0.0.1', MIMESIS_CAPTURE_PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(host, 'exit');
  const [studioUrl, inspectorUrl] = await Promise.all([
    lineWith(host.stdout, /http:\/\/\S+#token=\S+/),
    lineWith(host.stderr, /ws:\/\/\S+/),
  ]);
  host.stderr.resume();
  host.stdout.resume();
  const studio = await LinkedStudio.open(studioUrl);
  const inspector = await Inspector.open(inspectorUrl);
  await studio.ask('capture.arm', {});
  return {
    studio,
    inspector,
    port,
    process: host,
    close: async () => {
      studio.close();
      inspector.close();
      host.kill('SIGTERM');
      await ended;
    },
  };
}

/** What a pattern finds in the lines that a process prints. Throws where it ends before. */
async function lineWith(output: Readable, pattern: RegExp): Promise<string> {
  const lines = createInterface({ input: output });
  try {
    for await (const line of lines) {
      const [found] = pattern.exec(line) ?? [];
      if (found !== undefined) return found;
    }
  } finally {
    lines.close();
  }
  throw new Error('the host ended before it could be used');
}
