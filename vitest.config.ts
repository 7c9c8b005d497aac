import { defineConfig } from 'vitest/config';

const integrationTests = '**/*.integration.test.ts';
const packagedTest = 'e2e/packaged.test.ts';
const nothing = ['node_modules/**', 'out/**', 'dist/**'];

export default defineConfig({
  test: {
    maxWorkers: 2,
    // What is waited for comes soon on a computer at rest; a busy one may take its time.
    expect: { poll: { timeout: 60_000, interval: 50 } },
    passWithNoTests: true,
    globalSetup: 'scripts/testing/ownUserFolder.ts',
    projects: [
      project('unit', {
        include: ['src-*/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts'],
        exclude: [...nothing, integrationTests],
        timeoutMs: 60_000,
        order: 0,
      }),
      project('integration', { include: [integrationTests], exclude: nothing, timeoutMs: 180_000, order: 1 }),
      project('e2e', {
        include: ['e2e/**/*.test.ts'],
        exclude: [...nothing, packagedTest],
        timeoutMs: 180_000,
        order: 2,
      }),
      // Packing writes some 500 MB: a window that opens beside it waits for the disk.
      project('packaged', { include: [packagedTest], exclude: nothing, timeoutMs: 180_000, order: 3 }),
    ],
  },
});

interface Tests {
  include: string[];
  exclude: string[];
  timeoutMs: number;
  /** Projects run one after another: what measures time shares the machine with its own kind only. */
  order: number;
}

function project(name: string, { include, exclude, timeoutMs, order }: Tests) {
  return {
    extends: true as const,
    test: {
      name,
      include,
      exclude,
      testTimeout: timeoutMs,
      hookTimeout: timeoutMs,
      sequence: { groupOrder: order },
    },
  };
}
