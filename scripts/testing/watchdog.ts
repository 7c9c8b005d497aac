import { readFileSync } from 'node:fs';
import type { TestModule } from 'vitest/node';
import { descendantsOf } from './processes.ts';

/**
 * Tests and hooks have at most 3 minutes (`vitest.config.ts`), so that a file from which nothing is heard for this long
 * stands still in code that never gives way, where no time limit of its own is looked at.
 */
const SILENCE_MS = 10 * 60_000;
/** The whole run, so that whoever waits for it still has time to read why. */
const RUN_MS = 55 * 60_000;
const LOOK_MS = 5_000;

export interface Limits {
  readonly silenceMs: number;
  readonly runMs: number;
}

/** The limits of a run; the environment may shorten them. */
export function limitsOf(environment: NodeJS.ProcessEnv): Limits {
  const silence = Number(environment['MIMESIS_TEST_SILENCE_MS'] ?? SILENCE_MS);
  return { silenceMs: silence, runMs: RUN_MS };
}

/** Tells when a test file hangs, or the whole run lasts too long. */
export class Watchdog {
  readonly #limits: Limits;
  readonly #startedMs = Date.now();
  readonly #heardMs = new Map<TestModule, number>();
  readonly #ended = new WeakSet<TestModule>();
  readonly #timer: NodeJS.Timeout;

  /** @param onHang is told what hangs, once */
  constructor(limits: Limits, onHang: (story: string) => void) {
    this.#limits = limits;
    this.#timer = setInterval(
      () => {
        const reason = this.#findReason();
        if (reason === undefined) return;
        this.stop();
        onHang(`${reason}\n${this.#listModules()}\n${listProcesses()}`);
      },
      Math.min(LOOK_MS, limits.silenceMs),
    );
  }

  /** Something was heard from a test file; of one that has ended, it is passed over. */
  hear(module: TestModule): void {
    if (!this.#ended.has(module)) this.#heardMs.set(module, Date.now());
  }

  /** A test file has ended. */
  forget(module: TestModule): void {
    this.#ended.add(module);
    this.#heardMs.delete(module);
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  #findReason(): string | undefined {
    const now = Date.now();
    if (now - this.#startedMs > this.#limits.runMs)
      return `the tests were ended after ${minutes(this.#limits.runMs)}`;
    const silent = [...this.#heardMs].find(([, heard]) => now - heard > this.#limits.silenceMs);
    return silent && `nothing was heard from ${silent[0].relativeModuleId} for ${minutes(now - silent[1])}`;
  }

  #listModules(): string {
    const now = Date.now();
    const lines = [...this.#heardMs].map(([module, heard]) => {
      const tests = [...module.children.allTests()];
      const failed = tests.filter((test) => test.result().state === 'failed');
      const waiting = tests.filter((test) => test.result().state === 'pending');
      return [
        `  still running: ${module.relativeModuleId}, heard of ${minutes(now - heard)} ago`,
        ...failed.map((test) => `    failed: ${test.fullName}: ${test.result().errors?.[0]?.message ?? ''}`),
        ...waiting.slice(0, 2).map((test) => `    not ended: ${test.fullName}`),
      ].join('\n');
    });
    return lines.join('\n');
  }
}

function minutes(ms: number): string {
  return `${(ms / 60_000).toFixed(1)} min`;
}

/** What runs below this process and what each waits for in the kernel, where the system tells. */
function listProcesses(): string {
  if (process.platform !== 'linux') return '';
  const read = (pid: number, file: string): string => {
    try {
      return readFileSync(`/proc/${pid}/${file}`, 'utf8').replaceAll('\0', ' ').trim();
    } catch {
      return '';
    }
  };
  return descendantsOf(process.pid)
    .map((pid) => {
      const state = /^State:\s*(.*)$/m.exec(read(pid, 'status'))?.[1] ?? '';
      return `  process ${pid} [${state}, ${read(pid, 'wchan')}]: ${read(pid, 'cmdline').slice(0, 300)}`;
    })
    .join('\n');
}
