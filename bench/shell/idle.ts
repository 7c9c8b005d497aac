import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { descendantsOf } from '../../scripts/testing/processes.ts';
import type { Figure } from '../figure.ts';

/** Time for what a start leaves to do. */
const SETTLE_MS = 5000;
const WATCH_MS = 10_000;
/** Linux counts processor time in hundredths of a second (USER_HZ, proc_pid_stat(5)). */
const TICKS_PER_SECOND = 100;

/** What an app with an open workspace takes of one processor core while nobody touches it, by all its processes. */
export async function measureIdle(pid: number): Promise<Figure[]> {
  if (process.platform !== 'linux') return [];
  await sleep(SETTLE_MS);
  const before = processorSeconds(pid);
  await sleep(WATCH_MS);
  const share = (processorSeconds(pid) - before) / (WATCH_MS / 1000);
  return [{ key: 'idle_cpu', value: share * 100, unit: '% of one core' }];
}

function processorSeconds(pid: number): number {
  const ticks = [pid, ...descendantsOf(pid)].map((each) => {
    const stat = readFileSync(`/proc/${each}/stat`, 'utf8');
    // Fields 14 and 15, utime and stime, counted from the one after the name in brackets (field 3).
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return Number(fields[11]) + Number(fields[12]);
  });
  return ticks.reduce((total, each) => total + each, 0) / TICKS_PER_SECOND;
}
