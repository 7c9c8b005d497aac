import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { HostAddress } from '#shared/bridge/index.ts';
import { hostArguments } from './hostCommand.ts';
import type { Installation } from './installation.ts';

/** Waits before the host is started again, in milliseconds; the last one is repeated. */
const RESTART_MS = [250, 500, 1000, 2000, 5000];
/** A host that has run for so long is healthy: the waits begin anew. */
const HEALTHY_MS = 30_000;
/** Time that the host gets to end by itself. */
const STOP_MS = 5000;
/** A host that has ended so often before it listened does not come up by itself. */
const HOPELESS_STARTS = 3;
/** Lines of its error output that are kept to explain that. */
const KEPT_LINES = 5;

/** The lines with which the host says which workspace it holds and then where it listens. */
const WORKSPACE = /^Workspace: (.+)$/;
const ANNOUNCEMENT = /http:\/\/(127\.0\.0\.1:\d+)\/#token=(\S+)/;

export interface HostListeners {
  /** The host listens, and holds this workspace. */
  onListening(workspace: string): void;
  /** It wrote a line of error output. */
  onComplaint(line: string): void;
  /** It does not come up, as its last error output may explain; it is not started again by itself. */
  onHopeless(reason: string): void;
}

/** The host as a child of the shell: started, watched, started again when it dies, ended with the app. */
export class HostProcess {
  readonly #place: Installation['host'];
  readonly #listeners: HostListeners;
  readonly #waiting = new Set<(address: HostAddress) => void>();
  #args: readonly string[] = [];
  #child: ChildProcessWithoutNullStreams | undefined;
  #workspace = '';
  #address: HostAddress | undefined;
  #complaints: string[] = [];
  #failedStarts = 0;
  #restarts = 0;
  #timer: NodeJS.Timeout | undefined;
  #isWanted = false;
  /** Starts and stops happen one after another. */
  #turn: Promise<void> = Promise.resolve();

  constructor(place: Installation['host'], listeners: HostListeners) {
    this.#place = place;
    this.#listeners = listeners;
  }

  /** Where the host listens, as soon as it does. */
  address(): Promise<HostAddress> {
    if (this.#address) return Promise.resolve(this.#address);
    return new Promise((resolve) => this.#waiting.add(resolve));
  }

  /** Starts the host with arguments of `mimesis serve`, by default those of the last time. One that runs is ended first. */
  start(args: readonly string[] = this.#args): Promise<void> {
    return this.#next(async () => {
      await this.#end();
      this.#args = args;
      this.#isWanted = true;
      this.#failedStarts = 0;
      this.#restarts = 0;
      this.#spawn();
    });
  }

  stop(): Promise<void> {
    return this.#next(() => this.#end());
  }

  #next(act: () => Promise<void>): Promise<void> {
    const turn = this.#turn.then(act);
    // One that failed does not hold up the next.
    this.#turn = turn.catch(() => {});
    return turn;
  }

  async #end(): Promise<void> {
    this.#isWanted = false;
    this.#address = undefined;
    clearTimeout(this.#timer);
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    const kill = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
    // The same that it sees when the shell dies; a signal would not let it finish on Windows.
    child.stdin.destroy();
    await ended;
    clearTimeout(kill);
  }

  #spawn(): void {
    const { node, entry, folder } = this.#place;
    const started = Date.now();
    const child = spawn(node, hostArguments(entry, this.#args), { cwd: folder });
    this.#child = child;
    this.#complaints = [];
    createInterface({ input: child.stdout }).on('line', (line) => {
      // A host that is being ended may still announce itself.
      if (child === this.#child && this.#isWanted) this.#read(line);
    });
    createInterface({ input: child.stderr }).on('line', (line) => this.#complain(line));
    child.once('error', (error) => {
      this.#complain(`The host could not be started: ${error.message}`);
      this.#ended(started);
    });
    child.once('exit', () => this.#ended(started));
  }

  #read(line: string): void {
    this.#workspace = WORKSPACE.exec(line)?.[1] ?? this.#workspace;
    const [, address, token] = ANNOUNCEMENT.exec(line) ?? [];
    if (address === undefined || token === undefined) return;
    this.#address = { address, token };
    this.#failedStarts = 0;
    for (const resolve of this.#waiting) resolve(this.#address);
    this.#waiting.clear();
    this.#listeners.onListening(this.#workspace);
  }

  #complain(line: string): void {
    this.#complaints = [...this.#complaints, line].slice(-KEPT_LINES);
    this.#listeners.onComplaint(line);
  }

  #ended(started: number): void {
    if (!this.#address) this.#failedStarts++;
    this.#address = undefined;
    if (!this.#isWanted) return;
    if (Date.now() - started > HEALTHY_MS) this.#restarts = 0;
    const wait = RESTART_MS[Math.min(this.#restarts++, RESTART_MS.length - 1)];
    // Its last words may still be on their way: what became of it is judged after the wait.
    this.#timer = setTimeout(() => {
      if (this.#failedStarts < HOPELESS_STARTS) this.#spawn();
      else this.#listeners.onHopeless(this.#complaints.join('\n'));
    }, wait);
  }
}
