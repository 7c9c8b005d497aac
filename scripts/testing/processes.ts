import { readdirSync, readFileSync } from 'node:fs';
import type { TestContext } from 'vitest';

/** The test is skipped, with a message, where processes cannot be looked up. */
export function requireProcessList(context: TestContext): void {
  if (process.platform !== 'linux') context.skip('processes are looked up in /proc');
}

interface ProcessEntry {
  readonly pid: number;
  readonly parent: number;
  readonly state: string;
}

function listProcesses(): ProcessEntry[] {
  return readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return [];
    try {
      // The command's name, in brackets, may hold anything; state and parent follow it (proc_pid_stat(5)).
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      const [state = '', parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      return [{ pid: Number(name), parent: Number(parent), state }];
    } catch {
      // It has ended since the folder was read.
      return [];
    }
  });
}

/** Ids of the processes that a process has started. */
export function childrenOf(pid: number): number[] {
  return listProcesses()
    .filter(({ parent }) => parent === pid)
    .map((child) => child.pid);
}

/** Ids of all processes below a process. */
export function descendantsOf(pid: number): number[] {
  return childrenOf(pid).flatMap((child) => [child, ...descendantsOf(child)]);
}

/** Those of the processes that still run; one that has ended and waits for its parent does not count. */
export function stillRunning(pids: readonly number[]): number[] {
  return listProcesses()
    .filter(({ pid, state }) => pids.includes(pid) && state !== 'Z')
    .map(({ pid }) => pid);
}
