import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { CAPTURE_CHANNELS, type CaptureChannel } from '../../src-shared/capture/captureFrame.ts';
import { repositoryRoot } from './shared.ts';

/** A phone, played by the program's own command as a process of its own. */
export interface PlayedPhone {
  stop(): Promise<void>;
}

/** Plays a take again and again to a port of this computer. */
export function playPhone(take: string, port: number | string, subject = 'Face'): PlayedPhone {
  const target = ['--host', '127.0.0.1', '--port', String(port), '--subject', subject];
  const phone: ChildProcess = spawn(
    process.execPath,
    ['src-main/cli/main.ts', 'simulate', 'phone', '--protocol', 'llf', '--take', take, ...target, '--loop'],
    { cwd: repositoryRoot, stdio: 'ignore' },
  );
  const ended = once(phone, 'exit');
  return {
    stop: async () => {
      phone.kill('SIGKILL');
      await ended;
    },
  };
}

/** Writes a take of one second in which nothing moves: these channels, all others 0. */
export function writeStillTake(file: string, values: Partial<Record<CaptureChannel, number>>): string {
  const names = CAPTURE_CHANNELS.map((name) => `${name[0]?.toUpperCase()}${name.slice(1)}`);
  const numbers = CAPTURE_CHANNELS.map((name) => (values[name] ?? 0).toFixed(10));
  const rows = Array.from(
    { length: 60 },
    (_, frame) => `10:00:00:${String(frame).padStart(2, '0')}.000,61,${numbers.join(',')}`,
  );
  writeFileSync(file, `Timecode,BlendShapeCount,${names.join(',')}\n${rows.join('\n')}\n`);
  return file;
}
