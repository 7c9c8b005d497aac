import { spawn } from 'node:child_process';

/** Runs a script as a process of its own to its end, and returns its exit code; null where a signal ended it. */
export function runInNode(script: string, args: readonly string[]): Promise<number | null> {
  return new Promise((resolve, reject) => {
    spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'inherit', 'inherit'] })
      .once('error', reject)
      .once('close', resolve);
  });
}
