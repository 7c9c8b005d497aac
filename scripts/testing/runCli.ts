import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { onTestFinished } from 'vitest';
import { z } from 'zod';
import { repositoryRoot } from './shared.ts';

const eventSchema = z.looseObject({ event: z.string(), video_id: z.string().optional() });
/** One line of `--json` output. */
export type CliEvent = z.infer<typeof eventSchema>;

export interface CliOutcome {
  /** Null where a signal ended it. */
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** The lines of stdout that are JSON events. */
  readonly events: readonly CliEvent[];
}

export interface CliOptions {
  /** Variables on top of this process's own; undefined takes one away. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Folder of the program; this checkout by default. */
  readonly root?: string;
}

/** The command line as a separate process, as a user starts it. It is killed when the test ends. */
export class CliProcess {
  readonly ended: Promise<CliOutcome>;
  readonly #child: ChildProcess;
  readonly #events: CliEvent[] = [];
  readonly #watchers = new Set<() => void>();
  #stdout = '';

  constructor(args: readonly string[], { env = {}, root = repositoryRoot }: CliOptions = {}) {
    const child = spawn(process.execPath, [join(root, 'src-main/cli/main.ts'), ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...env },
    });
    onTestFinished(() => {
      child.kill('SIGKILL');
    });
    this.#child = child;
    createInterface({ input: child.stdout }).on('line', (line) => this.#take(line));
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    this.ended = new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (exitCode) =>
        resolve({ exitCode, stdout: this.#stdout, stderr, events: this.#events }),
      );
    });
  }

  get pid(): number {
    if (this.#child.pid === undefined) throw new Error('the command line did not start');
    return this.#child.pid;
  }

  kill(signal: NodeJS.Signals): void {
    this.#child.kill(signal);
  }

  /** The first event that fits, past or to come. Rejects when the process ends without one. */
  async event(fits: (event: CliEvent) => boolean): Promise<CliEvent> {
    const found = new Promise<CliEvent>((resolve) => {
      const watch = (): void => {
        const event = this.#events.find(fits);
        if (event) resolve(event);
      };
      this.#watchers.add(watch);
      watch();
    });
    const end = this.ended.then(({ stdout, stderr }) => {
      throw new Error(`the command line ended before the awaited event:\n${stdout}\n${stderr}`);
    });
    return Promise.race([found, end]);
  }

  #take(line: string): void {
    this.#stdout += `${line}\n`;
    if (!line.startsWith('{"event"')) return;
    this.#events.push(eventSchema.parse(JSON.parse(line)));
    for (const watch of this.#watchers) watch();
  }
}

/** Runs a command to its end. */
export function runCli(args: readonly string[], options?: CliOptions): Promise<CliOutcome> {
  return new CliProcess(args, options).ended;
}

/** The events of one name. */
export function eventsNamed({ events }: Pick<CliOutcome, 'events'>, name: string): CliEvent[] {
  return events.filter(({ event }) => event === name);
}
