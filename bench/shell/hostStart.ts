import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { cli } from './workspace.ts';

/** Milliseconds from the start of the process to the line with which the host says where it listens. */
export async function measureHostStart(workspace: string): Promise<number> {
  const started = performance.now();
  const host = spawn(process.execPath, [cli, 'serve', '--workspace', workspace], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    for await (const line of createInterface({ input: host.stdout })) {
      if (line.includes('#token=')) return performance.now() - started;
    }
    throw new Error('the host ended before it listened');
  } finally {
    host.kill('SIGTERM');
    if (host.exitCode === null && host.signalCode === null) await once(host, 'exit');
  }
}
