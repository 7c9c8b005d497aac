import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { HostAddress } from '#shared/bridge/index.ts';

/** Waits before the host is started again, in milliseconds; the last one is repeated. */
const RESTART_MS = [250, 500, 1000, 2000, 5000];
/** A host that has run for so long is healthy: the waits begin anew. */
const HEALTHY_MS = 30_000;
/** Time that the host gets to end by itself. */
const STOP_MS = 5000;

/** The line with which the host says where it listens. */
const ANNOUNCEMENT = /http:\/\/(127\.0\.0\.1:\d+)\/#token=(\S+)/;

export interface HostCommand {
  readonly node: string;
  readonly args: readonly string[];
  readonly folder: string;
}

/** The host as a child of the shell: started, watched, started again when it dies, ended with the app. */
export class HostProcess {
  readonly #command: HostCommand;
  readonly #waiting = new Set<(address: HostAddress) => void>();
  #child: ChildProcess | undefined;
  #address: HostAddress | undefined;
  #restarts = 0;
  #timer: NodeJS.Timeout | undefined;
  #stopping = false;

  constructor(command: HostCommand) {
    this.#command = command;
    this.#start();
  }

  /** Where the host listens, as soon as it does. */
  address(): Promise<HostAddress> {
    if (this.#address) return Promise.resolve(this.#address);
    return new Promise((resolve) => this.#waiting.add(resolve));
  }

  /** The process's id, while it runs. */
  get pid(): number | undefined {
    return this.#child?.pid;
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    clearTimeout(this.#timer);
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    const kill = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
    child.kill('SIGTERM');
    await ended;
    clearTimeout(kill);
  }

  #start(): void {
    const { node, args, folder } = this.#command;
    const started = Date.now();
    const child = spawn(node, args, { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] });
    this.#child = child;
    createInterface({ input: child.stdout }).on('line', (line) => this.#read(line));
    child.once('error', (error) => {
      process.stderr.write(`The host could not be started: ${error.message}\n`);
      this.#restart();
    });
    child.once('exit', () => {
      this.#address = undefined;
      if (Date.now() - started > HEALTHY_MS) this.#restarts = 0;
      this.#restart();
    });
  }

  #read(line: string): void {
    const [, address, token] = ANNOUNCEMENT.exec(line) ?? [];
    if (address === undefined || token === undefined) return;
    this.#address = { address, token };
    process.stdout.write(`host: ${line}\n`);
    for (const resolve of this.#waiting) resolve(this.#address);
    this.#waiting.clear();
  }

  #restart(): void {
    if (this.#stopping) return;
    const wait = RESTART_MS[Math.min(this.#restarts++, RESTART_MS.length - 1)];
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#start(), wait);
  }
}
