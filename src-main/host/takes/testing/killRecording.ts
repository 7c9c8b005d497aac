import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { openTake } from '../openTake.ts';
import { type RecoveredTake, recoverTakes } from '../recoverTakes.ts';

export const KILLED_RECORDING = { subjects: 3, framesPerSecond: 60 } as const;

/** What came of a recording whose process was killed. */
export interface KilledRecording {
  /** Frames that the process had taken when it was killed. */
  readonly taken: number;
  readonly kept: number;
  /** How long before the kill the oldest frame was taken that is lost; 0 where none is. */
  readonly oldestLostSeconds: number;
  /** Frames that are kept, and differ from what was recorded. */
  readonly wrong: number;
  /** What the next start found. */
  readonly recovered: readonly RecoveredTake[];
}

/** The system's monotonic clock, which all its processes share. */
export function nowSeconds(): number {
  return Number(process.hrtime.bigint()) / 1e9;
}

/**
 * Records in a process of its own, kills it, and repairs and opens the take as the next start does.
 * @param folder empty
 * @param afterSeconds from the first frame to the kill
 */
export async function killRecording(folder: string, afterSeconds: number): Promise<KilledRecording> {
  const takesFolder = join(folder, 'takes');
  const logPath = join(folder, 'log');
  const script = join(import.meta.dirname, 'recordUntilKilled.ts');
  const child = spawn(process.execPath, [script, takesFolder, logPath], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  let hasEnded = false;
  const ended = new Promise<void>((resolve, reject) => {
    child.once('error', reject).once('exit', () => resolve());
  }).finally(() => {
    hasEnded = true;
  });
  while (!hasEnded && logOf(logPath).length === 0) await wait(10);
  await wait(afterSeconds * 1000);
  const killedAt = nowSeconds();
  child.kill('SIGKILL');
  await ended;
  if (child.signalCode !== 'SIGKILL') throw new Error('the recording ended by itself');
  const recovered = await recoverTakes(takesFolder);
  return { ...(await compare(takesFolder, logOf(logPath), killedAt, recovered)), recovered };
}

async function compare(
  takesFolder: string,
  log: Float64Array,
  killedAt: number,
  recovered: readonly RecoveredTake[],
): Promise<Omit<KilledRecording, 'recovered'>> {
  const kept = new Set<string>();
  let wrong = 0;
  for (const { takeId } of recovered) {
    const { subjects } = await openTake(join(takesFolder, takeId));
    for (const [subject, { deviceTimes, channels }] of subjects.entries()) {
      const width = channels.length / deviceTimes.length;
      for (const [i, time] of deviceTimes.entries()) {
        const index = Math.round(time * KILLED_RECORDING.framesPerSecond);
        kept.add(`${subject} ${index}`);
        if (!channels.subarray(i * width, (i + 1) * width).every((value) => value === index)) wrong++;
      }
    }
  }
  let oldestLostSeconds = 0;
  for (let at = 0; at + 2 < log.length; at += 3) {
    const [subject, index, takenAt = 0] = log.subarray(at, at + 3);
    if (!kept.has(`${subject} ${index}`)) oldestLostSeconds = Math.max(oldestLostSeconds, killedAt - takenAt);
  }
  return { taken: Math.floor(log.length / 3), kept: kept.size, oldestLostSeconds, wrong };
}

function logOf(path: string): Float64Array {
  try {
    const bytes = readFileSync(path);
    return new Float64Array(bytes.buffer, bytes.byteOffset, Math.floor(bytes.length / 24) * 3);
  } catch {
    // The process has not come so far.
    return new Float64Array();
  }
}
