import { writeFileSync } from 'node:fs';
import type { Reporter, SerializedError, TestCase, TestModule } from 'vitest/node';

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

/** Counts tests for `scripts/test.mjs`. */
export default class CountingReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly SerializedError[]): void {
    const file = process.env['MIMESIS_TEST_REPORT'];
    if (file === undefined) throw new Error('MIMESIS_TEST_REPORT names no file');
    writeFileSync(file, JSON.stringify(report(modules, unhandledErrors.length)));
  }
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
