import { writeFileSync } from 'node:fs';
import type { Reporter, SerializedError, TestCase, TestModule } from 'vitest/node';
import { descendantsOf } from './processes.ts';
import { limitsOf, Watchdog } from './watchdog.ts';

/** What a run of vitest came to, as JSON in the file that MIMESIS_TEST_REPORT names. */
export interface TestReport {
  passed: number;
  /** Tests that failed or never ended, files that could not be loaded, and errors outside any test. */
  failed: number;
  skipped: SkippedTest[];
}

export interface SkippedTest {
  test: string;
  /** The note given to `context.skip(note)`; empty without one. */
  reason: string;
}

/** Counts tests for `scripts/test.mjs`, and ends a run that hangs. */
export default class CountingReporter implements Reporter {
  readonly #modules = new Set<TestModule>();
  #watchdog: Watchdog | undefined;

  onTestRunStart(): void {
    this.#watchdog = new Watchdog(limitsOf(process.env), (story) => {
      process.stderr.write(`\n${story}\n`);
      writeReport([...this.#modules], 1);
      // Whatever stands still cannot be asked to end.
      if (process.platform === 'linux') for (const pid of descendantsOf(process.pid)) kill(pid);
      process.exit(1);
    });
  }

  onTestModuleStart(module: TestModule): void {
    this.#modules.add(module);
    this.#watchdog?.hear(module);
  }

  onTestCaseReady({ module }: TestCase): void {
    this.#watchdog?.hear(module);
  }

  onTestCaseResult({ module }: TestCase): void {
    this.#watchdog?.hear(module);
  }

  onTestModuleEnd(module: TestModule): void {
    this.#watchdog?.forget(module);
  }

  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly SerializedError[]): void {
    this.#watchdog?.stop();
    writeReport(modules, unhandledErrors.length);
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended with another.
  }
}

function writeReport(modules: readonly TestModule[], otherErrors: number): void {
  const file = process.env['MIMESIS_TEST_REPORT'];
  if (file === undefined) throw new Error('MIMESIS_TEST_REPORT names no file');
  writeFileSync(file, JSON.stringify(report(modules, otherErrors)));
}

function report(modules: readonly TestModule[], unhandledErrors: number): TestReport {
  const tests = modules.flatMap((module) => [...module.children.allTests()]);
  const ended = (state: string) => tests.filter((test) => test.result().state === state);
  const passed = ended('passed').length;
  const skipped = ended('skipped');
  const suites = modules.flatMap((module) => [module, ...module.children.allSuites()]);
  const brokenSuites = suites.filter((suite) => suite.errors().length > 0).length;
  return {
    passed,
    failed: tests.length - passed - skipped.length + brokenSuites + unhandledErrors,
    skipped: skipped.map((test) => ({ test: nameOf(test), reason: reasonOf(test) })),
  };
}

function nameOf(test: TestCase): string {
  return `${test.module.relativeModuleId} > ${test.fullName}`;
}

function reasonOf(test: TestCase): string {
  const result = test.result();
  return result.state === 'skipped' ? (result.note ?? '') : '';
}
